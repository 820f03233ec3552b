package dev.kassei.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Writes the Javadoc of records, their components and the constants of enums into the jar that is
 * made of them. There help texts are taken from it, which thus say what the sources say.
 *
 * <p>The file {@value #FILE} has a line per text: what it describes, a tab, the text. Types are
 * named as class files are, a component or constant follows after {@code #}.
 */
@SupportedAnnotationTypes("*")
public final class DocumentationProcessor extends AbstractProcessor {
  static final String FILE = "META-INF/kassei/documentation.txt";

  private final Map<String, String> texts = new TreeMap<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements()).forEach(this::add);
    if (round.processingOver() && !texts.isEmpty()) {
      write();
    }
    return false;
  }

  private void add(TypeElement type) {
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    String name = processingEnv.getElementUtils().getBinaryName(type).toString();
    if (type.getKind() == ElementKind.RECORD) {
      DocComment comment = comment(type);
      put(name, comment.summary());
      comment.parameters().forEach((parameter, text) -> put(name + "#" + parameter, text));
    }
    if (type.getKind() == ElementKind.ENUM) {
      constants(type).forEach(each -> put(name + "#" + each, comment(each).summary()));
    }
  }

  private static Stream<? extends Element> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT);
  }

  private DocComment comment(Element element) {
    String comment = processingEnv.getElementUtils().getDocComment(element);
    return DocComment.of(Objects.requireNonNullElse(comment, ""));
  }

  private void put(String key, String text) {
    if (!text.isEmpty()) {
      texts.put(key, text);
    }
  }

  private void write() {
    String lines =
        texts.entrySet().stream()
            .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    try (var out =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", FILE)
            .openOutputStream()) {
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be written: " + e, e);
    }
  }
}
