package dev.kassei.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Marks a data set that brings its rows along: where they come from, and what may be done with
 * them. Its authors stand in {@link Reference}.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Attribution {
  /** Where the rows were taken from, and in which version if there are several; on one line. */
  String source();

  /** The licence, such as {@code CC BY 4.0}. */
  String licence();
}
