package io.lakewarden.report.view;

import io.lakewarden.report.ReportVerdict;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.view.PageView.FindingView;
import io.lakewarden.report.view.PageView.FindingsView;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts the findings that need attention from the rest; in both the worst come first. */
final class FindingsPresenter {
    private FindingsPresenter() {}

    static FindingsView of(List<Finding> findings) {
        Map<Boolean, List<FindingView>> parts = findings.stream()
                .sorted(Comparator.comparing(Finding::status, ReportVerdict.WORST_FIRST))
                .collect(Collectors.partitioningBy(
                        finding -> finding.status().isAlert() || finding.status() == Status.ERROR,
                        Collectors.mapping(FindingsPresenter::view, Collectors.toList())));
        return new FindingsView(parts.get(true), parts.get(false));
    }

    private static FindingView view(Finding finding) {
        return new FindingView(
                StatusView.of(finding.status()),
                Text.of(finding.source()),
                Text.of(finding.column().equals(Finding.TABLE) ? "whole table" : finding.column()),
                Text.ofSentence(finding.sentence()),
                Text.of(finding.observed()),
                Text.of(finding.expected()));
    }
}
