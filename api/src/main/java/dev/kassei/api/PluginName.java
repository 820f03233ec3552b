package dev.kassei.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * The name by which configurations choose a plugin, such as {@code leaky_relu}: lower-case letters,
 * digits and underscores, beginning with a letter. Every plugin record has one.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PluginName {
  /** The name in configurations. */
  String value();

  /** The name in pictures and tables, such as {@code Leaky ReLU}; by default the name itself. */
  String title() default "";

  /** Other names for the same in configurations, such as {@code silu} for {@code swish}. */
  String[] aliases() default {};
}
