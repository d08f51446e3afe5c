package io.github.confgate.inspection;

import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceReader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says which environment the branch, or the repository, that is judged is as a whole. */
final class Grounds {

    private Grounds() {}

    /** The environment whose branch a range is made for; null when it is for none of them. */
    static @Nullable DeclaredEnvironment of(
            SourceReader reader, RangeRequest request, Revision base, List<DeclaredEnvironment> declared) {
        List<String> branches = declared.stream()
                .filter(each -> each.repository() == null)
                .map(DeclaredEnvironment::branch)
                .filter(Objects::nonNull)
                .toList();
        if (branches.isEmpty()) {
            return own(declared);
        }
        String branch = reader.names().branchOf(request, base, branches).orElse(null);
        return declared.stream()
                .filter(each -> each.repository() == null && branch != null && branch.equals(each.branch()))
                .reduce((first, last) -> last)
                .orElseGet(() -> own(declared));
    }

    /** Where all environments but one are elsewhere, and nothing more is said of that one, it is this repository. */
    private static @Nullable DeclaredEnvironment own(List<DeclaredEnvironment> declared) {
        List<DeclaredEnvironment> here =
                declared.stream().filter(each -> !each.isApart()).toList();
        boolean isWhole = declared.size() > 1
                && here.size() == 1
                && here.get(0).paths().isEmpty()
                && here.get(0).keys().isEmpty();
        return isWhole ? here.get(0) : null;
    }
}
