package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;

/** The types that know NaN and infinities. */
final class FloatingPoint {
    private FloatingPoint() {}

    static boolean isTypeOf(ColumnProfile column) {
        return column.type().equals("double") || column.type().equals("float");
    }
}
