package io.lakewarden.report.view;

import io.lakewarden.report.chart.TrendChart;
import io.lakewarden.report.text.Text;

/**
 * One line of what drifted most.
 *
 * @param rank its place, from 1
 * @param target id of the column's own part of the page
 * @param name the column
 * @param role what it means to the model
 * @param status its status
 * @param since whether it is new or lasts, in words; null where the trend does not tell
 * @param score its leading score, in one line; empty where it has none
 * @param limit the limit of that score, in one line; empty where it has none
 * @param sentence what happened
 * @param season the season's explanation, null where there is none
 * @param shape how its values are spread, null where nothing shows it
 * @param trend its trend, null where there is none
 * @param importance how much it matters to the model, in words; null where nobody says
 */
public record RankedView(
        String rank,
        String target,
        Text name,
        String role,
        StatusView status,
        String since,
        String score,
        String limit,
        Text sentence,
        Text season,
        ShapeView shape,
        TrendChart trend,
        String importance) {}
