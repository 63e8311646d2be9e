package org.undersigned.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fact that holds for whatever is given; a failure tells the seed, and {@code @Seed} brings the same values again. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RepeatedTest(200)
@ExtendWith(Draws.class)
public @interface Property {}
