package dev.kassei.plotting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Chromium for the tests of a class, which are skipped where there is none. After each test it
 * checks that pages complained of nothing and asked for nothing but themselves.
 */
final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final List<Page> pages = new ArrayList<>();
  private Optional<Chromium> chromium = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Optional<Path> program = Chromium.find();
    assumeTrue(
        program.isPresent(), "no Chromium on the PATH: the report is not tested in a browser");
    chromium = Optional.of(Chromium.start(program.orElseThrow()));
  }

  Page open(Report report, int width, int height) {
    return opened(report, file -> open(file, width, height));
  }

  /** The page as it is where no frame is ever shown. */
  Page openWithoutFrames(Report report, int width, int height) {
    return opened(
        report, file -> added(chromium.orElseThrow().openWithoutFrames(file, width, height)));
  }

  private static Page opened(Report report, Function<Path, Page> open) {
    try {
      Path file = Files.createTempFile("kassei-report", ".html");
      ReportWriter.write(report, file);
      Page page = open.apply(file);
      Files.delete(file);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Page open(Path file, int width, int height) {
    return added(chromium.orElseThrow().open(file, width, height));
  }

  private Page added(Page page) {
    pages.add(page);
    return page;
  }

  /** Lets a page have complained. */
  void expectComplaints(Page page) {
    pages.remove(page);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    for (Page page : pages) {
      assertThat(page.complaints()).isEmpty();
      assertThat(page.requests()).hasSize(1).allMatch(address -> address.startsWith("file:"));
    }
    pages.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (chromium.isPresent()) {
      chromium.orElseThrow().close();
    }
  }
}
