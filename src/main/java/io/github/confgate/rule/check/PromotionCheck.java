package io.github.confgate.rule.check;

import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Weight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds values that enter an environment with this promotion status. */
record PromotionCheck(RuleSheet sheet, Promotion.Status status) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        return promotion(facts).stream().map(promotion -> finding(facts, promotion));
    }

    @Override
    public Finding weigh(Finding finding, boolean highRisk, RuleSettings settings) {
        Facts facts = finding.subject();
        return promotion(facts)
                .map(promotion -> finding.withSeverity(Weight.ofPromotion(sheet, facts, promotion, highRisk, settings)))
                .orElse(finding);
    }

    private Optional<Promotion> promotion(Facts facts) {
        return facts.promotions().stream()
                .filter(promotion ->
                        promotion.status() == status && !facts.change().isUnread())
                .findFirst();
    }

    private Finding finding(Facts facts, Promotion promotion) {
        List<Finding.Related> related = promotion.counterpart() == null
                ? List.of()
                : List.of(new Finding.Related(promotion.counterpart(), PromotionMessage.ofCounterpart(promotion)));
        return new Finding(
                sheet,
                sheet.severity(),
                sheet.confidence(),
                facts,
                facts.change().region(),
                PromotionMessage.of(facts, promotion),
                related);
    }
}
