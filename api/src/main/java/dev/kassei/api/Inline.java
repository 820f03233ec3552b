package dev.kassei.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Marks the one component of a record whose keys stand in the same map as the record's own: {@code
 * dataset: {type: csv, path: a.csv, split: {…}}} is a record with an inline source and a split. A
 * bare word there is the inline plugin's name. A map of names to values can be inline, too: its
 * names are the keys of the record that are no others.
 */
@API(status = API.Status.STABLE, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
