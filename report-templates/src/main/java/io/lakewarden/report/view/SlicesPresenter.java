package io.lakewarden.report.view;

import io.lakewarden.report.ReportFoundSlice;
import io.lakewarden.report.ReportMovedSlice;
import io.lakewarden.report.ReportSlice;
import io.lakewarden.report.ReportSliceColumn;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.view.SliceGroupView.MovedView;
import io.lakewarden.report.view.SliceGroupView.SliceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups slices by their key; of many, the larger ones are shown and the others unfold. */
final class SlicesPresenter {
    private static final int MOST_SHOWN = 20;

    private SlicesPresenter() {}

    static List<SliceGroupView> of(List<ReportSlice> slices, Language language) {
        Map<String, List<ReportSlice>> byKey = new LinkedHashMap<>();
        slices.forEach(slice ->
                byKey.computeIfAbsent(slice.key(), key -> new ArrayList<>()).add(slice));
        return byKey.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue(), language))
                .toList();
    }

    /** The slices that moved most. */
    static List<MovedSliceView> moved(List<ReportMovedSlice> slices, Language language) {
        return slices.stream()
                .map(slice -> new MovedSliceView(
                        language.name(slice.key() + " = " + slice.value()),
                        language.count(slice.rows()),
                        language.name(slice.column()),
                        language.shortStatistic(slice.statistic(), slice.role()),
                        language.value(slice.effect(), language.format(slice.statistic())),
                        language.pValue(slice.adjusted())))
                .toList();
    }

    /** Slices that nobody named. */
    static List<FoundSliceView> found(List<ReportFoundSlice> slices, Language language) {
        return slices.stream()
                .map(slice -> {
                    boolean share = slice.target().isEmpty();
                    DoubleFunction<String> format = share ? language::share : language::number;
                    return new FoundSliceView(
                            language.name(slice.name()),
                            language.count(slice.currentRows()),
                            language.name(
                                    share
                                            ? language.text("slices.share")
                                            : language.text(
                                                    "slices.mean",
                                                    slice.target().get())),
                            format.apply(slice.before()),
                            format.apply(slice.now()),
                            share
                                    ? language.share(slice.effect())
                                    : language.text("slices.deviations", language.number(slice.effect())),
                            language.pValue(slice.adjusted()));
                })
                .toList();
    }

    private static SliceGroupView group(String key, List<ReportSlice> slices, Language language) {
        List<SliceView> values = slices.stream()
                .filter(slice -> !slice.holdsTheRest())
                .map(slice -> view(slice, language))
                .toList();
        Stream<SliceView> rest =
                slices.stream().filter(ReportSlice::holdsTheRest).map(slice -> view(slice, language));
        int shown = Math.min(values.size(), MOST_SHOWN);
        return new SliceGroupView(
                language.name(key),
                Stream.concat(values.subList(0, shown).stream(), rest).toList(),
                values.subList(shown, values.size()));
    }

    private static SliceView view(ReportSlice slice, Language language) {
        boolean moved = !slice.columns().isEmpty();
        return new SliceView(
                language.name(slice.value()),
                slice.holdsTheRest() ? language.text("slices.rest") : null,
                slice.referenceRows().stream()
                        .mapToObj(language::count)
                        .findFirst()
                        .orElse("–"),
                language.value(slice.referenceShare(), language::share),
                language.count(slice.currentRows()),
                language.value(slice.currentShare(), language::share),
                StatusView.of(slice.status(), language),
                moved || slice.undecided().isPresent() ? null : language.sentence(quiet(slice, language)),
                moved ? null : slice.undecided().map(language::sentence).orElse(null),
                moved ? headline(slice, language) : null,
                slice.columns().stream().map(column -> moved(column, language)).toList(),
                slice.moreColumns() == 0 ? null : language.counted("slices.more", slice.moreColumns()));
    }

    private static String quiet(ReportSlice slice, Language language) {
        return slice.referenceRows().isPresent() ? language.text("drift.none") : language.text("slices.no-reference");
    }

    private static Text headline(ReportSlice slice, Language language) {
        String names = slice.columns().stream()
                .map(column -> language.name(column.name()).shown())
                .collect(Collectors.joining(", "));
        return language.sentence(
                slice.moreColumns() == 0
                        ? names
                        : language.text("slices.and-more", names, language.count(slice.moreColumns())));
    }

    private static MovedView moved(ReportSliceColumn column, Language language) {
        return new MovedView(
                StatusView.of(column.status(), language),
                language.sentence(column.sentence()),
                !column.statusOfAllRows().isAlert());
    }
}
