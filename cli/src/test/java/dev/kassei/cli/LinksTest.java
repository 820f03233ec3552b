package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The links of all pages lead to files and headings, in a checkout and in the distribution. */
final class LinksTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path CLI = PROJECT.resolve("cli");
  private static final Path ASSEMBLY = CLI.resolve("src/main/assembly/distribution.xml");
  private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\"|href=\")([^)\\s\"]+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

  /** A relative link of a page. */
  private record Link(Path page, String text) {
    Path file() {
      String path = text.replaceFirst("#.*", "");
      return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    String heading() {
      return text.contains("#") ? text.substring(text.indexOf('#') + 1) : "";
    }

    @Override
    public String toString() {
      return PROJECT.relativize(page) + ": " + text;
    }
  }

  private static List<Path> pages;
  private static Predicate<Path> distributed;

  @BeforeAll
  static void findPages() throws Exception {
    pages = new ArrayList<>();
    for (String folder : List.of("", "docs", "benchmarks", "examples/my-mish")) {
      try (Stream<Path> files = Files.list(PROJECT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    distributed = distribution();
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    assertThat(links(pages)).hasSizeGreaterThan(100);
    assertThat(links(pages)).filteredOn(link -> !Files.exists(link.file())).isEmpty();
  }

  @Test
  void everyLinkToAHeadingLeadsThere() throws IOException {
    for (Link link : links(pages)) {
      if (!link.heading().isEmpty() && Files.exists(link.file())) {
        assertThat(headings(link.file())).as(link.toString()).contains(link.heading());
      }
    }
  }

  @Test
  void everyLinkOfTheDistributionLeadsIntoTheDistribution() throws IOException {
    List<Path> pagesInIt = pages.stream().filter(distributed).toList();
    assertThat(pagesInIt)
        .contains(PROJECT.resolve("README.md"), PROJECT.resolve("docs/results.md"));
    assertThat(links(pagesInIt)).filteredOn(link -> !distributed.test(link.file())).isEmpty();
  }

  private static List<Link> links(List<Path> from) throws IOException {
    var all = new ArrayList<Link>();
    for (Path page : from) {
      LINK.matcher(withoutCode(page))
          .results()
          .map(match -> new Link(page, match.group(1)))
          .filter(link -> !link.text().matches("\\w+:.*"))
          .forEach(all::add);
    }
    return all;
  }

  private static String withoutCode(Path page) throws IOException {
    return Files.readString(page).replaceAll("(?ms)^```.*?^```$", "").replaceAll("`[^`\\n]+`", "x");
  }

  /** The names of headings, as GitHub makes them. */
  private static List<String> headings(Path page) throws IOException {
    String text = Files.readString(page).replaceAll("(?ms)^```.*?^```$", "");
    return HEADING
        .matcher(text)
        .results()
        .map(match -> match.group(1).strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /**
   * Whether a file is in the distribution: it is named there, or its folder is and it is not
   * excluded.
   */
  private static Predicate<Path> distribution() throws Exception {
    Document assembly =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ASSEMBLY.toFile());
    List<Path> files = paths(assembly.getElementsByTagName("source"));
    List<Path> folders = paths(assembly.getElementsByTagName("directory"));
    var excluded = new ArrayList<Path>();
    for (Element set : elements(assembly.getElementsByTagName("fileSet"))) {
      Path folder = paths(set.getElementsByTagName("directory")).get(0);
      for (Element exclude : elements(set.getElementsByTagName("exclude"))) {
        excluded.add(folder.resolve(exclude.getTextContent().replaceFirst("/[*][*]$", "")));
      }
    }
    return file ->
        files.contains(file)
            || (folders.stream().anyMatch(file::startsWith)
                && excluded.stream().noneMatch(file::startsWith));
  }

  private static List<Path> paths(NodeList names) {
    return elements(names).stream()
        .map(name -> CLI.resolve(name.getTextContent().strip()).normalize())
        .toList();
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
