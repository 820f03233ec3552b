package dev.kassei.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Marks the one static factory with one parameter that makes a record from a shorter form: {@code
 * seed: 7} for a record of five seeds, {@code initializer: he_normal} for a pair of initializers.
 * It is used where the configuration holds a scalar, or a map with a {@code type}, in place of the
 * record's own keys. A factory from {@code String} makes the record a scalar everywhere: its {@code
 * toString} must then return a text which the factory reads back.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shorthand {}
