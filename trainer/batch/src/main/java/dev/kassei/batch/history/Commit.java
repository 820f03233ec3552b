package dev.kassei.batch.history;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** The commit of the checkout of Kassei that runs, if it is one: a distribution has none. */
final class Commit {
  private static final String REF = "ref: ";
  private static final String ELSEWHERE = "gitdir: ";

  private Commit() {}

  static Optional<String> ofKassei() {
    CodeSource source = Commit.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Optional.empty() : of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Of the checkout in which a path lies. */
  static Optional<String> of(Path path) {
    return Stream.iterate(path, place -> place != null, Path::getParent)
        .filter(Commit::isKassei)
        .findFirst()
        .flatMap(Commit::head);
  }

  /** Not the repository of somebody into whose project a distribution was unpacked. */
  private static boolean isKassei(Path place) {
    return Files.exists(place.resolve(".git")) && Files.exists(place.resolve("trainer/pom.xml"));
  }

  private static Optional<String> head(Path checkout) {
    try {
      Path git = checkout.resolve(".git");
      Path own = git;
      if (Files.isRegularFile(git)) {
        own = checkout.resolve(Files.readString(git).strip().substring(ELSEWHERE.length()));
        git = own.resolve(Files.readString(own.resolve("commondir")).strip());
      }
      String head = Files.readString(own.resolve("HEAD")).strip();
      return head.startsWith(REF) ? named(git, head.substring(REF.length())) : Optional.of(head);
    } catch (IOException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> named(Path git, String name) throws IOException {
    if (Files.isRegularFile(git.resolve(name))) {
      return Optional.of(Files.readString(git.resolve(name)).strip());
    }
    try (Stream<String> packed = Files.lines(git.resolve("packed-refs"))) {
      return packed
          .filter(line -> line.endsWith(" " + name))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst();
    }
  }
}
