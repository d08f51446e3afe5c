package io.github.confgate.fact;

import io.github.confgate.document.PathGlob;
import io.github.confgate.source.Mark;
import io.github.confgate.source.Names;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a repository records what was deployed, when a policy says so: then being merged proves nothing. */
public sealed interface DeploymentEvidence {

    String SLOT = "{environment}";

    /**
     * A tag marks each deployed commit: {@code deployed/{environment}/*}. It was deployed when the tag was made; of a
     * lightweight tag nobody knows, and the commit's own time counts.
     */
    record Tags(String pattern) implements DeploymentEvidence {
        @Override
        public List<Mark> of(Environment environment, Names names) {
            List<PathGlob> globs = List.of(environment.name(), environment.stage()).stream()
                    .distinct()
                    .map(name -> PathGlob.of(pattern.replace(SLOT, name)))
                    .toList();
            return names.tags(name -> globs.stream().anyMatch(glob -> glob.matches(name)));
        }
    }

    /**
     * Notes of the deployed commits. Each line names an environment, and may say when: {@code staging
     * 2026-03-02T10:00:00Z}; without a time the commit's own counts.
     */
    record Notes(String ref) implements DeploymentEvidence {
        @Override
        public List<Mark> of(Environment environment, Names names) {
            List<Mark> marks = new ArrayList<>();
            for (Mark note : names.notes(ref).orElse(List.of())) {
                for (String line : note.text().lines().toList()) {
                    String[] words =
                            line.strip().replaceFirst("^environment:\\s*", "").split("\\s+", 2);
                    if (environment.answersTo(words[0])) {
                        Instant time =
                                words.length == 1 ? note.time() : time(words[1]).orElse(Instant.MAX);
                        marks.add(new Mark(line, note.commit(), time));
                    }
                }
            }
            return marks;
        }

        /** A time that nobody can read is none at which something was deployed. */
        private static Optional<Instant> time(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** What marks a deployment to an environment, in no order. */
    List<Mark> of(Environment environment, Names names);

    /** The deployments to an environment up to a moment, newest first. */
    default List<Mark> until(Instant moment, Environment environment, Names names) {
        return of(environment, names).stream()
                .filter(mark -> !mark.time().isAfter(moment))
                .sorted(Comparator.comparing(Mark::time)
                        .thenComparing(Mark::text)
                        .reversed())
                .toList();
    }
}
