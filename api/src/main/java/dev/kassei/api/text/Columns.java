package dev.kassei.api.text;

import java.lang.Character.UnicodeBlock;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/** How many columns of a terminal a text takes: Japanese and other wide characters take two. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Columns {
  private static final int FIRST_WIDE = 0x1100;
  private static final Set<UnicodeBlock> WIDE =
      Set.of(
          UnicodeBlock.HANGUL_JAMO,
          UnicodeBlock.CJK_RADICALS_SUPPLEMENT,
          UnicodeBlock.KANGXI_RADICALS,
          UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
          UnicodeBlock.HIRAGANA,
          UnicodeBlock.KATAKANA,
          UnicodeBlock.BOPOMOFO,
          UnicodeBlock.HANGUL_COMPATIBILITY_JAMO,
          UnicodeBlock.KATAKANA_PHONETIC_EXTENSIONS,
          UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
          UnicodeBlock.CJK_COMPATIBILITY,
          UnicodeBlock.HANGUL_SYLLABLES,
          UnicodeBlock.CJK_COMPATIBILITY_FORMS);

  /** Where the half-wide forms begin in the block of both. */
  private static final int FIRST_HALF_WIDE = 0xFF61;

  private static final int LAST_HALF_WIDE = 0xFFDC;

  private Columns() {}

  /** The columns of a text in one line. */
  public static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  private static boolean isWide(int character) {
    if (character < FIRST_WIDE) {
      return false;
    }
    Optional<UnicodeBlock> block = Optional.ofNullable(UnicodeBlock.of(character));
    if (block.equals(Optional.of(UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS))) {
      return character < FIRST_HALF_WIDE || character > LAST_HALF_WIDE;
    }
    return Character.isIdeographic(character)
        || block.filter(WIDE::contains).isPresent()
        || isPicture(character);
  }

  /** An emoji, beside others. */
  private static boolean isPicture(int character) {
    return character > Character.MAX_VALUE
        && Character.getType(character) == Character.OTHER_SYMBOL;
  }
}
