package dev.kassei.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DocCommentTest {
  @Test
  void isItsFirstParagraphWithoutTags() {
    assertThat(
            DocComment.of(
                    """
                     The {@code x} of {@link java.util.Map#get(Object)},
                     10<sup>2</sup> &lt; {@link Other its label}.

                     <p>More of it.
                    """)
                .summary())
        .isEqualTo("The x of get, 102 < its label.");
  }

  @Test
  void hasATextForEachParameter() {
    assertThat(
            DocComment.of(
                    """
                     A pair.

                     @param first the first,
                         over two lines
                     @param second the {@code second}
                     @throws Exception never
                    """)
                .parameters())
        .isEqualTo(Map.of("first", "the first, over two lines", "second", "the second"));
  }

  @Test
  void mayBeEmpty() {
    assertThat(DocComment.of("")).isEqualTo(new DocComment("", Map.of()));
  }
}
