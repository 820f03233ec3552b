package dev.kassei.experiment.config;

import dev.kassei.api.FilePath;
import dev.kassei.api.Inline;
import dev.kassei.api.Required;
import dev.kassei.api.Shorthand;
import dev.kassei.experiment.plugin.ComponentKey;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A record class as configurations see it.
 *
 * @param components its keys in order
 */
public record RecordShape(Class<?> type, List<Component> components) {

  /**
   * One key of a record.
   *
   * @param key the component's name in snake case
   * @param inline whether the component's own keys stand beside this record's
   */
  public record Component(
      String key, Slot slot, boolean required, boolean inline, Method accessor) {
    private static Component of(RecordComponent component) {
      boolean path = component.isAnnotationPresent(FilePath.class);
      return new Component(
          ComponentKey.of(component.getName()),
          new Slot(component.getGenericType(), path),
          component.isAnnotationPresent(Required.class),
          component.isAnnotationPresent(Inline.class),
          opened(component.getAccessor()));
    }

    public Object of(Object instance) {
      try {
        return accessor.invoke(instance);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(accessor + " fails", e);
      }
    }
  }

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return read(type);
        }
      };

  /** A class hands out copies of what it declares, which takes longer than to call one. */
  private static final ClassValue<Constructor<?>> CONSTRUCTORS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
          return constructor(type);
        }
      };

  private static final ClassValue<Optional<Method>> SHORTHANDS =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return factory(type);
        }
      };

  /** The shape of a class, which is looked at once. */
  public static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static RecordShape read(Class<?> type) {
    var components = Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
    return new RecordShape(type, components);
  }

  private static <A extends AccessibleObject> A opened(A member) {
    member.trySetAccessible();
    return member;
  }

  /** The keys of its own, without those of an inline component. */
  public List<String> keys() {
    return components.stream().filter(c -> !c.inline()).map(Component::key).toList();
  }

  /** The plugin or free map whose keys stand beside the own ones; empty if there is none. */
  public Optional<Component> inline() {
    return components.stream().filter(Component::inline).findFirst();
  }

  /** The factory from a shorter form. */
  public Optional<Method> shorthand() {
    return SHORTHANDS.get(type);
  }

  private static Optional<Method> factory(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Shorthand.class))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 1)
        .map(RecordShape::opened)
        .findFirst();
  }

  /** The constant for which a factory makes this very record, which says it in a word. */
  Optional<Object> constantOf(Object instance) {
    return shorthand()
        .filter(factory -> factory.getParameterTypes()[0].isEnum())
        .flatMap(factory -> constantOf(factory, instance));
  }

  private static Optional<Object> constantOf(Method factory, Object instance) {
    return Arrays.<Object>stream(factory.getParameterTypes()[0].getEnumConstants())
        .filter(constant -> made(factory, constant).equals(instance))
        .findFirst();
  }

  private static Object made(Method factory, Object argument) {
    try {
      return factory.invoke(null, argument);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(factory + " fails", e);
    }
  }

  /** Whether the record is one text everywhere. */
  public boolean isText() {
    return shorthand().filter(RecordShape::takesText).isPresent();
  }

  private static boolean takesText(Method factory) {
    return factory.getParameterTypes()[0] == String.class;
  }

  /** The defaults; empty if the record has no constructor without arguments. */
  public Optional<Object> defaults() throws InvocationTargetException {
    try {
      return Optional.of(opened(type.getDeclaredConstructor()).newInstance());
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  /** A record of these components. */
  Object create(List<Object> values) throws InvocationTargetException {
    try {
      return CONSTRUCTORS.get(type).newInstance(values.toArray());
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return opened(type.getDeclaredConstructor(types));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  String description() {
    boolean free = inline().filter(component -> component.slot().isMap()).isPresent();
    if (inline().isPresent() && !free) {
      return inline().get().slot().description();
    }
    String map =
        free
            ? inline().get().slot().description()
            : "a map with the keys " + String.join(", ", keys());
    Optional<Slot> shorter = shorthand().map(m -> Slot.of(m.getGenericParameterTypes()[0]));
    if (shorter.isEmpty()) {
      return map;
    }
    String text = shorter.get().description();
    return isText() ? text : text + " or " + map;
  }
}
