package io.github.confgate.testing;

import net.jqwik.api.JqwikException;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Runs each jqwik property on the same samples everywhere, so that a build that is green stays green: its seed comes
 * from its name. {@code -Plaws} looks for what those samples do not show.
 *
 * <ul>
 *   <li>{@code -Dlaws.seed=fresh} draws a new seed, which a failure prints; {@code -Dlaws.seed=1234} is that one again;
 *   <li>{@code -Dlaws.times=10} tries ten times as often.
 * </ul>
 */
public final class LawSeeds implements AroundPropertyHook {

    private static final int TRIES = 1_000;

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        String name = context.containerClass().getSimpleName() + "."
                + context.targetMethod().getName();
        if (attributes.seed().filter(seed -> !seed.isEmpty()).isPresent()) {
            throw new JqwikException(name + " has a seed of its own; seeds come from names");
        }
        String seed = System.getProperty("laws.seed", String.valueOf(name.hashCode()));
        if (!seed.equals("fresh")) {
            attributes.setSeed(seed);
        }
        attributes.setTries(attributes.tries().orElse(TRIES) * Integer.getInteger("laws.times", 1));
        return property.execute();
    }
}
