package io.lakewarden.schema;

/**
 * What data suggest.
 *
 * @param schema the proposal
 * @param comments the evidence for each part of it
 */
public record InferredSchema(TableSchema schema, SchemaComments comments) {
    /** As a file for people to edit. */
    public String text() {
        return SchemaText.of(schema, comments);
    }
}
