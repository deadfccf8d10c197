package io.lakewarden.drift;

/**
 * How far the distribution functions of sketches may be from the true ones, at 99 % confidence each.
 *
 * @param firstError ε₁, of the reference; 0 where exact
 * @param secondError ε₂, of the current data; 0 where exact
 * @param least the least value of both sides, exactly
 * @param greatest the greatest value of both sides, exactly
 */
record SketchedSides(double firstError, double secondError, double least, double greatest) {
    /** ε₁ + ε₂, which bounds the error of F − G at every point at once. */
    double error() {
        return firstError + secondError;
    }
}
