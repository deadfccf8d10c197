package io.lakewarden.report.site;

import io.lakewarden.report.text.Text;

/**
 * What every page of a track begins with.
 *
 * @param title the table or model
 * @param monitor the monitor
 * @param length how long its windows are
 * @param count how many there are
 */
public record SiteHead(Text title, Text monitor, String length, String count) {}
