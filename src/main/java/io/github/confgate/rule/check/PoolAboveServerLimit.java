package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Finds a connection pool that is larger than what its server takes, where the same tree says how much that is. */
record PoolAboveServerLimit(RuleSheet sheet) implements RangeRule {

    private static final KeyGlob POOLS = KeyGlob.parse(
            "**.{hikari.maximum-pool-size,*-maximum-pool-size,*-max-pool-size,"
                    + "*-pool-max,*-pool-size,dbcp2.max-total,tomcat.max-active,*-max-open-conns,*-max-open-connections,*-pool.max,*-pool.max-size,*-pool.maximum,"
                    + "*-pool.size,*-pool-max-size,*-pool-max-connections,*-max-pool,*-pool-limit,knex.pool.max,sequelize.pool.max}");
    private static final KeyGlob LIMITS = KeyGlob.parse("**.{max_connections,max-connections}");
    private static final KeyGlob NO_SERVER =
            KeyGlob.parse("**.*-{server,tomcat,jetty,http,client,nginx,pool,hikari,web}.**");
    private static final KeyGlob THREADS = KeyGlob.parse(
            "**.*-{thread,threads,executor,worker,task,scheduler,http,grpc,redis,memory,buffer,object,node,browser}-*.**");
    private static final List<String> WORDS = List.of("max_connections", "maxConnections", "max-connections");

    @Override
    public void look(List<Facts> changes, Said said) {
        for (Facts facts : changes) {
            Leaf now = facts.change().after().orElse(null);
            if (now == null || facts.change().kind() == Change.Kind.MOVED) {
                continue;
            }
            Optional<BigDecimal> number = number(now);
            if (number.isPresent() && isPool(now)) {
                found(facts, true, number.get(), said);
            } else if (number.isPresent() && isLimit(now)) {
                found(facts, false, number.get(), said);
            }
        }
    }

    private static boolean isPool(Leaf leaf) {
        return POOLS.matches(leaf.key()) && !THREADS.matches(leaf.key());
    }

    private static boolean isLimit(Leaf leaf) {
        return LIMITS.matches(leaf.key()) && !NO_SERVER.matches(leaf.key());
    }

    private static Optional<BigDecimal> number(Leaf leaf) {
        return Value.Numeric.of(leaf.text()).map(Value.Numeric::amount).filter(amount -> amount.signum() > 0);
    }

    private static void found(Facts facts, boolean pool, BigDecimal mine, Said said) {
        Scope scope = Scope.of(facts);
        List<String> words = pool ? WORDS : List.of("pool", "Pool", "POOL", "conns");
        for (String word : words) {
            Optional<Scope.Found> other = scope.mentioning(pool ? word.substring(0, 3) : word)
                    .filter(document -> facts.environment() != null
                            || document.path().equals(facts.change().path()))
                    .flatMap(document -> document.parts().stream().flatMap(part -> Scope.leaves(part).stream()
                            .map(leaf -> new Scope.Found(document, part, leaf))))
                    .filter(found -> pool ? isLimit(found.leaf()) : isPool(found.leaf()))
                    .filter(found -> number(found.leaf())
                            .filter(its -> pool ? mine.compareTo(its) > 0 : its.compareTo(mine) > 0)
                            .isPresent())
                    .findFirst();
            if (other.isPresent()) {
                Scope.Found found = other.get();
                said.at(
                        facts,
                        facts.change().key() + " is "
                                + Shown.value(facts.shown().now()) + " in " + Shown.place(facts) + ", and "
                                + found.leaf().key() + " (" + found.place() + ") is "
                                + Shown.value(found.leaf().text()));
                return;
            }
        }
    }
}
