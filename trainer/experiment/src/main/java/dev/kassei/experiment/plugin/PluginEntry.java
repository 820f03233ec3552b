package dev.kassei.experiment.plugin;

import dev.kassei.api.Attribution;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A plugin as the catalogue knows it. Its class is loaded, but nothing of it has run.
 *
 * @param name the name in configurations
 * @param type its record
 * @param origin {@code built in}, or the jar or folder that holds it
 * @param rivals what else goes by one of its names and comes from elsewhere, by that name
 * @param given its defaults, where a program has made them; empty where the type's constructor does
 */
public record PluginEntry<T>(
    String name,
    Class<? extends T> type,
    String origin,
    Map<String, String> rivals,
    Optional<T> given) {
  public PluginEntry {
    rivals = Map.copyOf(rivals);
  }

  /** A plugin without rivals. */
  PluginEntry(String name, Class<? extends T> type, String origin) {
    this(name, type, origin, Map.of(), Optional.empty());
  }

  /** The same, which another plugin is called like. */
  PluginEntry<T> beside(String sharedName, PluginEntry<T> rival) {
    var all = new TreeMap<>(rivals);
    all.putIfAbsent(sharedName, rival.described());
    return new PluginEntry<>(name, type, origin, all, given);
  }

  private String described() {
    return type.getName() + " (" + origin + ")";
  }

  /** Why a name cannot be used: it could mean this plugin or another. */
  public Optional<String> ambiguity(String usedName) {
    return Optional.ofNullable(rivals.get(usedName))
        .map(
            rival ->
                "'%s' is both %s and %s; leave one of them out, or give one another @PluginName"
                    .formatted(usedName, described(), rival));
  }

  /** Whether it is on the class path, as those of Kassei are. */
  public boolean isBuiltIn() {
    return origin.equals(PluginSource.BUILT_IN);
  }

  /** The name and the aliases, by all of which configurations may call it. */
  public List<String> allNames() {
    var names = new ArrayList<String>(List.of(name));
    annotation().ifPresent(each -> names.addAll(List.of(each.aliases())));
    return List.copyOf(names);
  }

  /** What is given to be called by a name need not have one of its own. */
  private Optional<PluginName> annotation() {
    return Optional.ofNullable(type.getAnnotation(PluginName.class));
  }

  /** The last part of its package, such as {@code gated}: where it stands among its like. */
  public String group() {
    String folder = type.getPackageName();
    return folder.substring(folder.lastIndexOf('.') + 1);
  }

  /** The name in pictures and tables. */
  public String title() {
    return annotation().map(PluginName::title).filter(title -> !title.isEmpty()).orElse(name);
  }

  /** Where the plugin's formula was published. */
  public Optional<String> reference() {
    return Optional.ofNullable(type.getAnnotation(Reference.class)).map(Reference::value);
  }

  /** Where the rows of a data set come from, and what may be done with them. */
  public Optional<Attribution> attribution() {
    return Optional.ofNullable(type.getAnnotation(Attribution.class));
  }

  /**
   * The plugin with its defaults, made anew unless a program has given them.
   *
   * @throws PluginException if its constructor fails
   */
  public T defaults() {
    return given.isPresent() ? given.get() : made();
  }

  private T made() {
    T made = constructed();
    Optional<String> flaw = OwnPlugins.isOwn(type) ? Optional.empty() : DefaultFlaws.first(made);
    if (flaw.isPresent()) {
      throw new PluginException(problem(flaw.get()));
    }
    return made;
  }

  private T constructed() {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      String message = PluginFailure.ofConstruction(e);
      throw new PluginException(problem(message), e.getCause() == null ? e : e.getCause());
    }
  }

  private PluginProblem problem(String message) {
    return new PluginProblem(name, type.getName(), origin, message);
  }
}
