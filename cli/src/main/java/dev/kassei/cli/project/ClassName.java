package dev.kassei.cli.project;

import static dev.kassei.api.value.Requirements.require;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a plugin's record, from which its other names follow.
 *
 * @param text such as {@code MyMish}
 */
public record ClassName(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern WORD_START =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  /** What Windows calls no file or folder, whatever ending follows. */
  private static final Pattern DEVICE =
      Pattern.compile("con|prn|aux|nul|com[1-9]|lpt[1-9]", Pattern.CASE_INSENSITIVE);

  /** Words of YAML that are no text. */
  private static final Set<String> NO_TEXT = Set.of("true", "false", "null");

  public ClassName {
    require(
        FORM.matcher(text).matches(),
        "expected the name of a class, a capital letter and then letters and digits, such as %s,"
            + " but was '%s'",
        nearest(text),
        text);
    require(!isDevice(text), "%s is a device on Windows; choose another name", text);
    require(!isTaken(text), "java.lang.%s is a class of Java; choose another name", text);
    require(
        !NO_TEXT.contains(words(text, "_")),
        "%s is no name in YAML; choose another name",
        words(text, "_"));
  }

  /** The name in configurations, such as {@code my_mish}. */
  public String inConfigurations() {
    return words(text, "_");
  }

  /** The name of files, such as {@code my-mish}. */
  public String inFiles() {
    return words(text, "-");
  }

  static boolean isDevice(String name) {
    return DEVICE.matcher(name).matches();
  }

  private static String words(String text, String between) {
    return WORD_START.matcher(text).replaceAll(between).toLowerCase(Locale.ROOT);
  }

  private static String nearest(String text) {
    String name =
        Arrays.stream(text.split("[^A-Za-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return FORM.matcher(name).matches() ? name : "MyMish";
  }

  private static boolean isTaken(String name) {
    try {
      Class.forName("java.lang." + name, false, ClassLoader.getPlatformClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
