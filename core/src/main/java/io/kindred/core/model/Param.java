package io.kindred.core.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents and bounds a component of a hyper-parameter record; every component must carry it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
    /** What it does, in a few words with its unit. */
    String doc();

    /** The smallest legal value of a number. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest legal value of a number. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether a search should move on a logarithmic scale. */
    boolean log() default false;
}
