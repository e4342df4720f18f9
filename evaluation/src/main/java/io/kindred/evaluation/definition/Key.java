package io.kindred.evaluation.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key of an experiment file: a record component that a file may set. The reference in the documentation is made of these. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Key {
    /** What it does. */
    String doc();

    /** The default as it would be written; values of a list are separated by commas. Empty for none. */
    String preset() default "";

    /** Whether a file without it is refused. */
    boolean required() default false;

    /** Whether a single value may stand for a mapping with this key alone. */
    boolean shorthand() default false;

    /** What is legal, where the type does not say it all. */
    String legal() default "";
}
