package io.github.confgate.rule.check;

import io.github.confgate.fact.Promotion.Status;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which Java check stands behind a sheet that says {@code check: java}. */
public final class Checks {

    private static final Map<String, Function<RuleSheet, Rule>> BY_ID = Map.of(
            "promotion-skipped", sheet -> new PromotionCheck(sheet, Status.SKIPPED),
            "promotion-same-commit", sheet -> new PromotionCheck(sheet, Status.SAME_COMMIT),
            "promotion-too-fresh", sheet -> new PromotionCheck(sheet, Status.TOO_FRESH),
            "promotion-moved-on", sheet -> new PromotionCheck(sheet, Status.MOVED_ON),
            "promotion-shared", sheet -> new PromotionCheck(sheet, Status.SHARED),
            "promotion-no-counterpart", sheet -> new PromotionCheck(sheet, Status.NO_COUNTERPART),
            "secret-in-plain-text", SecretInPlainText::new);

    private Checks() {}

    public static Optional<Rule> of(RuleSheet sheet) {
        return Optional.ofNullable(BY_ID.get(sheet.id().value())).map(check -> check.apply(sheet));
    }
}
