package dev.kassei.testkit;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.lang.reflect.Modifier;

/** Whether configurations can choose the plugin. */
final class PluginCheck {
  private static final String NAME = "[a-z][a-z0-9_]*";

  private PluginCheck() {}

  /** An activation, which has a source, a gain and peers beside. */
  static void activation(Activation activation, Findings findings) {
    check(activation, findings);
    Class<?> type = activation.getClass();
    if (!type.isAnnotationPresent(Reference.class)) {
      findings.remark("%s has no @Reference that says where it was published", type.getName());
    }
    gain(activation, findings);
    peers(activation, findings);
  }

  /** A plugin of any family. */
  static void check(Object plugin, Findings findings) {
    Class<?> type = plugin.getClass();
    if (!type.isRecord() || !Modifier.isPublic(type.getModifiers())) {
      findings.error("a plugin is a public record, but %s is not", type.getName());
    }
    name(type, findings);
    defaults(type, findings);
  }

  private static void name(Class<?> type, Findings findings) {
    PluginName name = type.getAnnotation(PluginName.class);
    if (name == null) {
      findings.error("%s has no @PluginName, so no configuration can name it", type.getName());
    } else if (!name.value().matches(NAME)) {
      findings.error(
          "a name consists of lower-case letters, digits and underscores and begins with a letter,"
              + " but %s is named '%s'",
          type.getName(), name.value());
    }
  }

  private static void defaults(Class<?> type, Findings findings) {
    try {
      type.getConstructor().newInstance();
    } catch (NoSuchMethodException e) {
      findings.error(
          "%s has no public constructor without arguments to hold the defaults", type.getName());
    } catch (ReflectiveOperationException e) {
      findings.error("the defaults of %s cannot be made: %s", type.getName(), e.getCause());
    }
  }

  private static void gain(Activation activation, Findings findings) {
    activation
        .gain()
        .ifPresent(
            gain -> {
              if (!(gain > 0 && gain < Double.POSITIVE_INFINITY)) {
                findings.error("a gain is positive and finite, but %s has %s", activation, gain);
              }
            });
  }

  private static void peers(Activation activation, Findings findings) {
    activation
        .peers()
        .forEach(
            (library, peer) -> {
              if (!library.matches(NAME)) {
                findings.error("'%s' cannot be chosen by like: use a name like 'onnx'", library);
              }
              if (!peer.getClass().equals(activation.getClass())) {
                findings.error(
                    "the definition of %s is a %s, but it must be a %s whose components a"
                        + " configuration can override",
                    library,
                    peer.getClass().getSimpleName(),
                    activation.getClass().getSimpleName());
              }
            });
  }
}
