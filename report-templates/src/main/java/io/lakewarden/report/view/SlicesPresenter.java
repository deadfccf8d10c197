package io.lakewarden.report.view;

import io.lakewarden.report.ReportSlice;
import io.lakewarden.report.ReportSliceColumn;
import io.lakewarden.report.text.Numbers;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.ValueText;
import io.lakewarden.report.view.SliceGroupView.MovedView;
import io.lakewarden.report.view.SliceGroupView.SliceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups slices by their key; of many, the larger ones are shown and the others unfold. */
final class SlicesPresenter {
    private static final int MOST_SHOWN = 20;

    private SlicesPresenter() {}

    static List<SliceGroupView> of(List<ReportSlice> slices) {
        Map<String, List<ReportSlice>> byKey = new LinkedHashMap<>();
        slices.forEach(slice ->
                byKey.computeIfAbsent(slice.key(), key -> new ArrayList<>()).add(slice));
        return byKey.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    private static SliceGroupView group(String key, List<ReportSlice> slices) {
        List<SliceView> values = slices.stream()
                .filter(slice -> !slice.holdsTheRest())
                .map(SlicesPresenter::view)
                .toList();
        Stream<SliceView> rest =
                slices.stream().filter(ReportSlice::holdsTheRest).map(SlicesPresenter::view);
        int shown = Math.min(values.size(), MOST_SHOWN);
        return new SliceGroupView(
                Text.of(key),
                Stream.concat(values.subList(0, shown).stream(), rest).toList(),
                values.subList(shown, values.size()));
    }

    private static SliceView view(ReportSlice slice) {
        boolean moved = !slice.columns().isEmpty();
        return new SliceView(
                Text.of(slice.value()),
                slice.holdsTheRest() ? "all other values, and rows without one" : null,
                slice.referenceRows().stream()
                        .mapToObj(Numbers::count)
                        .findFirst()
                        .orElse("–"),
                ValueText.of(slice.referenceShare(), Numbers::share),
                Numbers.count(slice.currentRows()),
                ValueText.of(slice.currentShare(), Numbers::share),
                StatusView.of(slice.status()),
                moved ? null : Text.ofSentence(slice.undecided().orElse(quiet(slice))),
                moved ? headline(slice) : null,
                slice.columns().stream().map(SlicesPresenter::moved).toList(),
                slice.moreColumns() == 0
                        ? null
                        : "and " + slice.moreColumns() + (slice.moreColumns() == 1 ? " other column" : " other columns")
                                + " beyond a limit");
    }

    private static String quiet(ReportSlice slice) {
        return slice.referenceRows().isPresent()
                ? "No column is beyond a limit."
                : "There was no reference to hold it against.";
    }

    private static Text headline(ReportSlice slice) {
        String names = slice.columns().stream()
                .map(column -> Text.of(column.name()).shown())
                .collect(Collectors.joining(", "));
        return Text.ofSentence(names + (slice.moreColumns() == 0 ? "" : " and " + slice.moreColumns() + " more"));
    }

    private static MovedView moved(ReportSliceColumn column) {
        return new MovedView(
                StatusView.of(column.status()),
                Text.ofSentence(column.sentence()),
                !column.statusOfAllRows().isAlert());
    }
}
