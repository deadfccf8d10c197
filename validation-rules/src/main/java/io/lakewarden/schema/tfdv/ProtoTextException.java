package io.lakewarden.schema.tfdv;

/** A text that is no message, with the place where that shows. */
final class ProtoTextException extends Exception {
    private final int line;
    private final int column;

    ProtoTextException(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
