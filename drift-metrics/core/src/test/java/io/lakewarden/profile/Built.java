package io.lakewarden.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds profiles of one column for tests; a null is an absent cell. */
final class Built {
    private Built() {}

    static NumericProfile numbers(Double... values) {
        return numbers(ProfileDetail.FULL, Optional.empty(), Arrays.asList(values));
    }

    static NumericProfile numbers(double[] values) {
        NumericColumnBuilder builder = numeric(ProfileDetail.FULL, Optional.empty());
        for (double value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    static NumericProfile numbers(ProfileDetail detail, Optional<Binning> binning, List<Double> values) {
        NumericColumnBuilder builder = numeric(detail, binning);
        for (Double value : values) {
            if (value == null) {
                builder.addNull();
            } else {
                builder.add(value);
            }
        }
        return builder.build();
    }

    static NumericColumnBuilder numeric(ProfileDetail detail, Optional<Binning> binning) {
        return (NumericColumnBuilder) builder(ColumnKind.NUMERIC, detail, binning);
    }

    static CategoricalProfile texts(String... values) {
        return texts(ProfileDetail.FULL, Optional.empty(), Arrays.asList(values));
    }

    static CategoricalProfile texts(ProfileDetail detail, Optional<Binning> binning, List<String> values) {
        CategoricalColumnBuilder builder = (CategoricalColumnBuilder) builder(ColumnKind.CATEGORICAL, detail, binning);
        for (String value : values) {
            if (value == null) {
                builder.addNull();
            } else {
                builder.add(value);
            }
        }
        return builder.build();
    }

    static TemporalProfile times(ProfileDetail detail, List<Long> micros) {
        TemporalColumnBuilder builder = (TemporalColumnBuilder) builder(ColumnKind.TEMPORAL, detail, Optional.empty());
        for (Long moment : micros) {
            if (moment == null) {
                builder.addNull();
            } else {
                builder.add(moment);
            }
        }
        return builder.build();
    }

    static ColumnBuilder builder(ColumnKind kind, ProfileDetail detail, Optional<Binning> binning) {
        return new ProfileBuilder(List.of(new ColumnSpec("c", kind, "test", binning)), detail).column(0);
    }
}
