package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Shown;
import io.github.confgate.source.CommitInfo;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Says where a value has been. Git knows what was merged, not what ran, and the words keep to that. */
final class PromotionMessage {

    private PromotionMessage() {}

    static String of(Facts facts, Promotion promotion) {
        boolean removed = facts.change().kind() == Change.Kind.REMOVED && promotion.fallback() == null;
        String place = Shown.place(facts);
        boolean several = facts.environment() == null && facts.reaches().size() > 1;
        String what = removed
                ? place + (several ? " lose" : " loses") + " this key"
                : promotion.fallback() != null
                        ? place + " falls back to " + value(promotion.fallback())
                        : place
                                + (several ? " get " : " gets ")
                                + value(facts.shown().now());
        return what + rest(facts, promotion, removed) + repair(promotion, place);
    }

    static String ofCounterpart(Promotion promotion) {
        return promotion.holds() == null
                ? from(promotion) + " has no such key here"
                : from(promotion) + " holds " + value(promotion.holds());
    }

    private static String rest(Facts facts, Promotion promotion, boolean removed) {
        String from = from(promotion);
        return switch (promotion.status()) {
            case SKIPPED ->
                removed
                        ? "; " + from + " still has it"
                        : "; " + held(promotion) + never(facts, promotion) + translated(promotion);
            case SAME_COMMIT -> " in the same change as " + from + ", before anyone saw it there";
            case TOO_FRESH -> tooFresh(promotion, from);
            case MOVED_ON -> movedOn(promotion, removed);
            case SHARED -> " at once, from a layer that all of them take";
            case NO_COUNTERPART ->
                removed ? "; " + from + " never had it" : "; " + from + " never had this key" + translated(promotion);
            case NOT_GATED, ENVIRONMENT_SPECIFIC, PROMOTED -> "";
        };
    }

    private static String tooFresh(Promotion promotion, String from) {
        String there = "to " + from + at(promotion.commit());
        return switch (promotion.known()) {
            case MERGED -> ", merged " + there + " only " + age(promotion.soak()) + " ago";
            case DEPLOYED -> ", deployed " + there + " only " + age(promotion.soak()) + " ago";
            case MERGED_ONLY -> ", merged " + there + " and not deployed there yet";
        };
    }

    private static String held(Promotion promotion) {
        if (promotion.holds() == null) {
            return from(promotion)
                    + (isDeployed(promotion) ? " runs no version that has this key" : " has no such key now");
        }
        return from(promotion)
                + (isDeployed(promotion) ? " has run " : " has held ")
                + value(promotion.holds())
                + since(promotion.holdsSince());
    }

    private static boolean isDeployed(Promotion promotion) {
        return promotion.known() == Promotion.Known.DEPLOYED;
    }

    /** A number and a text of the same digits read alike. */
    private static String never(Facts facts, Promotion promotion) {
        boolean alike = promotion.holds() != null
                && promotion.holds().equals(facts.shown().now());
        return alike ? " as another type of value, and never this one" : " and never this value";
    }

    private static String movedOn(Promotion promotion, boolean removed) {
        String once = removed
                ? "; it was gone from " + from(promotion) + " once"
                : isDeployed(promotion)
                        ? ", which was deployed to " + from(promotion) + " once"
                        : ", which " + from(promotion) + " held once";
        String then = promotion.wentBack() ? ", and went back from it" : ", and no longer does";
        if (removed) {
            then = ", and is back there";
        }
        return once
                + at(promotion.commit())
                + then
                + (promotion.holds() == null
                        ? ""
                        : (isDeployed(promotion) ? ": it runs " : ": it holds ")
                                + value(promotion.holds())
                                + since(promotion.holdsSince()));
    }

    private static String translated(Promotion promotion) {
        return promotion.translated() ? "; it holds the same but for the environment's name" : "";
    }

    private static String repair(Promotion promotion, String place) {
        if (promotion.restores() != null) {
            return "; " + place + " held it before" + at(promotion.restores());
        }
        return promotion.elsewhere() == null
                ? ""
                : "; " + promotion.elsewhere().path() + " of the same environment holds it already";
    }

    private static String since(@Nullable CommitInfo commit) {
        return commit == null ? "" : " since " + date(commit) + " (" + commit.shortSha() + ")";
    }

    private static String at(@Nullable CommitInfo commit) {
        return commit == null ? "" : " (" + date(commit) + ", " + commit.shortSha() + ")";
    }

    private static String date(CommitInfo commit) {
        return LocalDate.ofInstant(commit.time(), ZoneOffset.UTC).toString();
    }

    private static String age(@Nullable Duration soak) {
        if (soak == null || soak.toMinutes() < 1) {
            return "a moment";
        }
        if (soak.toMinutes() < 120) {
            return soak.toMinutes() + " min";
        }
        return soak.toHours() < 48 ? soak.toHours() + " h" : soak.toDays() + " days";
    }

    private static String from(Promotion promotion) {
        Environment from = promotion.from();
        return from == null ? "the environment before" : from.name();
    }

    private static String value(@Nullable String masked) {
        return "`" + Shown.value(masked) + "`";
    }
}
