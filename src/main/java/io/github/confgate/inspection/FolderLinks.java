package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.SourceFile;
import io.github.confgate.verdict.Policy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Symbolic links and submodules that stand for a folder of a gated environment: where they point is what the environment
 * gets, and confgate follows neither.
 */
final class FolderLinks {

    private FolderLinks() {}

    /** @param path of a folder, with a slash at its end */
    static boolean mayHold(String path, ConfigurationFiles configuration) {
        return configuration.choose(path + "application.yml").configuration();
    }

    /** The pairs without the links and submodules that are neither configuration nor the folder of an environment. */
    static List<FilePair> gated(List<FilePair> pairs, ConfigurationFiles configuration, Policy policy) {
        if (pairs.stream().noneMatch(pair -> isFolder(pair, configuration))) {
            return pairs;
        }
        EnvironmentMap environments =
                EnvironmentMap.of(pairs.stream().map(FilePair::path).toList(), Map.of(), policy.environments());
        return pairs.stream()
                .filter(pair -> !isFolder(pair, configuration) || environments.isGated(pair.path()))
                .toList();
    }

    private static boolean isFolder(FilePair pair, ConfigurationFiles configuration) {
        return (isLink(pair.before()) || isLink(pair.after())) && !isNamed(pair, configuration);
    }

    private static boolean isNamed(FilePair pair, ConfigurationFiles configuration) {
        SourceFile before = pair.before();
        return configuration.choose(pair.path()).configuration()
                || (before != null && configuration.choose(before.path()).configuration());
    }

    private static boolean isLink(@Nullable SourceFile file) {
        return file != null && file.kind() != SourceFile.Kind.FILE;
    }
}
