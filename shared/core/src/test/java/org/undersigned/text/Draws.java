package org.undersigned.text;

import org.instancio.junit.InstancioExtension;
import org.instancio.junit.Seed;
import org.instancio.support.DefaultRandom;
import org.instancio.support.InternalTestContext;
import org.instancio.support.Seeds;
import org.instancio.support.ThreadLocalTestContext;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a property the same values in each build, of each repetition its own: {@code -Dproperty.seed=…} gives others. */
public final class Draws extends InstancioExtension {
    private static final String SEED = System.getProperty("property.seed", "");

    @Override
    public void beforeEach(ExtensionContext repetition) throws IllegalAccessException {
        super.beforeEach(repetition);
        if (repetition.getRequiredTestMethod().isAnnotationPresent(Seed.class)) return;
        var random = new DefaultRandom((SEED + repetition.getUniqueId()).hashCode(), Seeds.Source.MANUAL);
        ThreadLocalTestContext.getInstance().set(new InternalTestContext(random, null));
    }
}
