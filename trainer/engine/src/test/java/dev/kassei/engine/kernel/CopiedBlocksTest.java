package dev.kassei.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopiedBlocksTest {
  static List<List<Path>> groups() {
    return CopiedBlocks.groups();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void copiesAreLikeTheirBlocks(List<Path> files) throws IOException {
    List<String> sources = CopiedBlocks.read(files);

    assertThat(CopiedBlocks.renewed(sources)).isEqualTo(sources);
  }

  /** Written by hand beside its block, a polynomial would drift from it unseen. */
  @ParameterizedTest
  @MethodSource("groups")
  void noCoefficientStandsTwiceOutsideOfCopies(List<Path> files) throws IOException {
    List<String> coefficients =
        CopiedBlocks.read(files).stream().flatMap(CopiedBlocksTest::coefficients).toList();

    assertThat(coefficients).hasSizeGreaterThan(20).doesNotHaveDuplicates();
  }

  @Test
  void copiesInOtherFilesAndInOtherBlocksAreRenewed() {
    String inner = "  // block a\n  new();\n  // end of a\n";
    String outer = "  // block b\n  // copy of a\n  old();\n  // end of a\n  // end of b\n";
    String copies = "  // copy of b\n  old();\n  // end of b\n  stays();\n";

    assertThat(CopiedBlocks.renewed(List.of(inner, outer, copies)))
        .containsExactly(
            inner,
            outer.replace("old", "new"),
            "  // copy of b\n  // copy of a\n  new();\n  // end of a\n  // end of b\n  stays();\n");
  }

  @Test
  void aCopyOfNothingIsNamed() {
    assertThatThrownBy(() -> CopiedBlocks.renewed(List.of("// copy of a\n// end of a\n")))
        .hasMessage("expected a block for the copy of a among []");
  }

  @Test
  void aBlockThatStandsTwiceIsNamed() {
    String block = "// block a\n// end of a\n";

    assertThatThrownBy(() -> CopiedBlocks.renewed(List.of(block, block)))
        .hasMessage("block a stands twice: one of them should be a copy");
  }

  private static Stream<String> coefficients(String source) {
    String once =
        source
            .replaceAll("(?s)// copy of ([\\w-]+)\n.*?// end of \\1\n", "")
            .replaceAll("(?m)^.*static final.*$", "");
    return Pattern.compile("-?\\d\\.\\d{5,}(e-\\d+)?")
        .matcher(once)
        .results()
        .map(MatchResult::group);
  }
}
