package dev.kassei.testkit;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Whether configurations can choose the plugin. */
final class PluginCheck {
  private static final String NAME = "[a-z][a-z0-9_]*";

  /** What ends a process, by its class. */
  private static final Map<String, String> ENDS =
      new TreeMap<>(Map.of("java.lang.Runtime", "halt", "java.lang.System", "exit"));

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
    ends(type, findings);
  }

  /** A process that halts does not tell who halted it, so the class file is to. */
  private static void ends(Class<?> type, Findings findings) {
    String constants = constants(type);
    ENDS.forEach(
        (owner, method) -> {
          boolean isNamed =
              constants.contains(owner.replace('.', '/')) && constants.contains(utf8(method));
          if (isNamed) {
            findings.warning(
                "%s names %s.%s, which ends the process with all that trains in it: throw an"
                    + " exception instead",
                type.getName(), owner, method);
          }
        });
  }

  /** A text as it stands among the constants of a class file: its kind and length before it. */
  private static String utf8(String text) {
    return "\u0001\0" + (char) text.length() + text;
  }

  /** A class without a file, such as a lambda, has none to look at. */
  private static String constants(Class<?> type) {
    String file = type.getName().substring(type.getPackageName().length()).replaceFirst("^\\.", "");
    try (InputStream in = type.getResourceAsStream(file + ".class")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
