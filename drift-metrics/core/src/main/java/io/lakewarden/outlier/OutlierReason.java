package io.lakewarden.outlier;

import java.io.Serializable;

/**
 * Why a row is shown.
 *
 * @param column path of the column
 * @param value what stands there
 * @param limit what the reference lets expect there
 */
public record OutlierReason(String column, String value, String limit) implements Serializable {}
