package dev.kassei.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The public types of the module, and what their public members mention. */
final class PublicTypes {
  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "kassei", "embed");
  private static final List<String> OWN = List.of("java.", "dev.kassei.api.", "dev.kassei.embed.");

  private PublicTypes() {}

  static List<Class<?>> all() {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> !name.equals("package-info"))
          .<Class<?>>map(PublicTypes::named)
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName("dev.kassei.embed." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Members that mention types of other libraries, or of what is behind the module. */
  static List<String> foreign() {
    return all().stream()
        .flatMap(PublicTypes::members)
        .filter(member -> mentioned(member).anyMatch(type -> !isOwn(type)))
        .map(Executable::toGenericString)
        .toList();
  }

  private static Stream<Executable> members(Class<?> type) {
    Stream<Executable> methods = Arrays.stream(type.getMethods());
    return Stream.concat(methods, Arrays.stream(type.getConstructors()))
        .filter(member -> !member.getDeclaringClass().getName().startsWith("java."));
  }

  private static Stream<Class<?>> mentioned(Executable member) {
    Stream<Type> result =
        member instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.of();
    Stream<Type> others =
        Stream.concat(
            Arrays.stream(member.getGenericParameterTypes()),
            Arrays.stream(member.getGenericExceptionTypes()));
    return Stream.concat(result, others).flatMap(PublicTypes::classes);
  }

  private static Stream<Class<?>> classes(Type type) {
    if (type instanceof ParameterizedType generic) {
      return Stream.concat(
          classes(generic.getRawType()),
          Arrays.stream(generic.getActualTypeArguments()).flatMap(PublicTypes::classes));
    }
    if (type instanceof GenericArrayType array) {
      return classes(array.getGenericComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return Arrays.stream(wildcard.getUpperBounds()).flatMap(PublicTypes::classes);
    }
    return type instanceof Class<?> one ? Stream.of(element(one)) : Stream.of();
  }

  private static Class<?> element(Class<?> type) {
    return type.isArray() ? element(type.getComponentType()) : type;
  }

  private static boolean isOwn(Class<?> type) {
    return type.isPrimitive() || OWN.stream().anyMatch(type.getName()::startsWith);
  }
}
