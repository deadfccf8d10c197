package io.lakewarden.report.site;

/**
 * A light: one status as a sign.
 *
 * @param style CSS classes
 * @param label what it says, in words
 * @param href where it leads; null where nowhere
 */
public record LightView(String style, String label, String href) {}
