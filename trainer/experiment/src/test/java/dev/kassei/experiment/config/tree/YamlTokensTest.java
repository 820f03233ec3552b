package dev.kassei.experiment.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.experiment.config.tree.YamlTokens.Kind;
import dev.kassei.experiment.config.tree.YamlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTokensTest {
  private static final Location FILE = new Location("a.yaml", 1, 1);

  /** The tokens of a text up to the end of its lists and maps. */
  private static List<Token> tokens(String text) {
    var tokens = new YamlTokens(FILE, text);
    var found = new ArrayList<Token>();
    int open = 0;
    do {
      Token token = tokens.next();
      found.add(token);
      open += token.kind() == Kind.MAP || token.kind() == Kind.LIST ? 1 : 0;
      open -= token.kind() == Kind.END ? 1 : 0;
    } while (open > 0);
    assertThat(tokens.next().kind()).isEqualTo(Kind.END);
    return found;
  }

  private static Token only(String text) {
    List<Token> tokens = tokens(text);
    assertThat(tokens).hasSize(1);
    return tokens.get(0);
  }

  private static List<String> shown(String text) {
    return tokens(text).stream().map(YamlTokensTest::shown).toList();
  }

  /** What stands where, near to what is written: {@code 1:4 &anchor <tag> "text"}. */
  private static String shown(Token token) {
    String place = token.place().line() + ":" + token.place().column();
    String properties =
        token.anchor().filter(name -> token.kind() != Kind.ALIAS).map(" &"::concat).orElse("")
            + token.tag().map(" <%s>"::formatted).orElse("");
    String text =
        switch (token.kind()) {
          case SCALAR -> token.plain() ? token.text() : '"' + token.text() + '"';
          case ALIAS -> "*" + token.text();
          case LIST, MAP, END -> token.kind().name();
        };
    return place + properties + " " + text;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1_000",
        "0x1F",
        "0o17",
        "0b1",
        "017",
        ".5",
        "5.",
        "+7",
        "-0",
        "1e400",
        "1e-3",
        ".inf",
        ".nan",
        "~",
        "null",
        "True",
        "false",
        "2024-01-31",
        "12:30:45",
        "<<",
        "=",
        "a b"
      })
  void plainScalarsAreAsWritten(String text) {
    assertThat(only(text)).extracting(Token::text, Token::plain).containsExactly(text, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'7'",
        "\"7\"",
        "|-\n  7",
        ">-\n  7",
        "&a '7'",
        "!!str \"7\"",
        "!!int &a\n  '7'",
        "'\\x37'"
      })
  void quotedAndBlockScalarsAreNotPlain(String text) {
    assertThat(only(text).plain()).isFalse();
  }

  @Test
  void plainScalarsMayHoldAndFollowQuotes() {
    assertThat(shown("[&a 7, !!str 7, it's, a|b, 'q' , 8]"))
        .containsExactly(
            "1:1 LIST",
            "1:2 &a 7",
            "1:8 <tag:yaml.org,2002:str> 7",
            "1:17 it's",
            "1:23 a|b",
            "1:28 \"q\"",
            "1:34 8",
            "1:35 END");
  }

  @Test
  void emptyValuesArePlainAndEmpty() {
    assertThat(shown("a:\nb: ''\nc: &x\nd: !!null\n? e"))
        .containsExactly(
            "1:1 MAP",
            "1:1 a",
            "1:3 ",
            "2:1 b",
            "2:4 \"\"",
            "3:1 c",
            "3:4 &x ",
            "4:1 d",
            "4:4 <tag:yaml.org,2002:null> ",
            "5:3 e",
            "5:4 ",
            "5:4 END");
  }

  @Test
  void anchorsOfMapsListsAndScalars() {
    assertThat(shown("&m\na: &l [&s 1]\n&k b: *l"))
        .containsExactly(
            "1:1 &m MAP",
            "2:1 a",
            "2:4 &l LIST",
            "2:8 &s 1",
            "2:12 END",
            "3:1 &k b",
            "3:7 *l",
            "3:9 END");
  }

  @Test
  void aMapAndItsFirstKeyHaveTheirOwnAnchorsAndTags() {
    assertThat(shown("!m &m {!k &k a: 1}"))
        .containsExactly("1:1 &m <!m> MAP", "1:8 &k <!k> a", "1:17 1", "1:18 END");
    assertThat(shown("!m &m {a: 1}"))
        .containsExactly("1:1 &m <!m> MAP", "1:8 a", "1:11 1", "1:12 END");
  }

  @Test
  void tagsKeepTheirNamespace() {
    assertThat(shown("%TAG !e! tag:e,1:\n---\n[! a, !b b, !!c c, !<d> d, !e!f f]"))
        .containsExactly(
            "3:1 LIST",
            "3:2 <!> a",
            "3:7 <!b> b",
            "3:13 <tag:yaml.org,2002:c> c",
            "3:20 <d> d",
            "3:28 <tag:e,1:f> f",
            "3:34 END");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!int +", "!!int 0xZ", "!!binary '%'", "!!float x", "!!bool maybe"})
  void scalarsNeedNotFitTheirTags(String text) {
    assertThat(only(text).kind()).isEqualTo(Kind.SCALAR);
  }

  @Test
  void aliasesAreKeysAndValues() {
    assertThat(shown("a: &a b\n*a : *a\nc: {*a : 1}"))
        .containsExactly(
            "1:1 MAP",
            "1:1 a",
            "1:4 &a b",
            "2:1 *a",
            "2:6 *a",
            "3:1 c",
            "3:4 MAP",
            "3:5 *a",
            "3:10 1",
            "3:11 END",
            "3:12 END");
  }

  @Test
  void listsAndMapsAreKeys() {
    assertThat(shown("? [a]\n: {b: c}\n? {d: e}\n: [f]\ng: h"))
        .containsExactly(
            "1:1 MAP",
            "1:3 LIST",
            "1:4 a",
            "1:5 END",
            "2:3 MAP",
            "2:4 b",
            "2:7 c",
            "2:8 END",
            "3:3 MAP",
            "3:4 d",
            "3:7 e",
            "3:8 END",
            "4:3 LIST",
            "4:4 f",
            "4:5 END",
            "5:1 g",
            "5:4 h",
            "5:5 END");
  }

  @Test
  void equalAndEmptyKeysAreLeftToTheReader() {
    assertThat(shown("{a: 1, a: 2, '': 3, '': 4}")).hasSize(10);
  }

  @Test
  void commentsAreNoTokens() {
    assertThat(shown("# one\na: # two\n  # three\n  &x # four\n  'b' # five\n"))
        .containsExactly("2:1 MAP", "2:1 a", "4:3 &x \"b\"", "6:1 END");
  }

  @Test
  void emptyTextsEndAtOnce() {
    for (String text : List.of("", "\n", "# comment\n", "\uFEFF")) {
      assertThat(new YamlTokens(FILE, text).next().kind()).isEqualTo(Kind.END);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n---\nb",
        "---\n---\n",
        "'a'\n--- [",
        "[a]\n---",
        "{}\n--- {a: 1}",
        "a\n...\n---\nb",
        "a\n...\n%YAML 1.2\n---\nb"
      })
  void aSecondDocumentComesAsAScalarWhereItBegins(String text) {
    var tokens = new YamlTokens(FILE, text);
    Token token = tokens.next();
    if (token.kind() != Kind.SCALAR) {
      token = tokens.next();
      while (token.kind() != Kind.END) {
        token = tokens.next();
      }
    }

    Token second = tokens.next();

    int line = text.substring(0, text.lastIndexOf("---")).contains("...") ? 3 : 2;
    assertThat(second.kind()).isEqualTo(Kind.SCALAR);
    assertThat(second.place()).isEqualTo(FILE.at(line, 1));
  }

  @Test
  void documentMarksAroundOneDocumentAreNoTokens() {
    assertThat(shown("%YAML 1.2\n---\na\n...\n")).containsExactly("3:1 a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineBreakEndsALine(String lineBreak) {
    String text = String.join(lineBreak, "a: 1", "b: 'x", "  y'", "c: 2");

    assertThat(shown(text)).contains("2:1 b", "2:4 \"x y\"", "4:1 c", "4:4 2");
  }

  @Test
  void columnsCountCharactersNotTheirHalves() {
    assertThat(shown("['𝕏', 𝕐, &𝕫 \"é\", &b '𝕏']"))
        .containsExactly(
            "1:1 LIST", "1:2 \"𝕏\"", "1:7 𝕐", "1:10 &𝕫 \"é\"", "1:18 &b \"𝕏\"", "1:24 END");
  }

  @Test
  void charactersOfTwoHalvesMayStandAnywhere() {
    for (int before = 1000; before < 1050; before++) {
      String text = "x".repeat(before) + "𝕏";
      assertThat(only(text).text()).isEqualTo(text);
    }
  }

  @Test
  void aByteOrderMarkTakesNoColumn() {
    assertThat(shown("\uFEFFa: 'b'")).containsExactly("1:1 MAP", "1:1 a", "1:4 \"b\"", "1:7 END");
  }

  @Test
  void aTextWithoutLinesIsThePlaceOfAllItsTokens() {
    Location whole = Location.whole("--set a");

    assertThat(new YamlTokens(whole, "\n  - a").next().place()).isEqualTo(whole);
  }

  @Test
  void textsOfAnyLengthAreRead() {
    for (String text : List.of("7".repeat(10 << 20), "0x" + "F".repeat(9999))) {
      assertThat(only(text).text()).isEqualTo(text);
    }
    assertThat(tokens("? " + "k".repeat(100_000) + "\n: 1")).hasSize(4);
  }

  @Test
  void manyTokensAreRead() {
    assertThat(tokens("[" + "1,".repeat(300_000) + "]")).hasSize(300_002);
  }

  @Test
  void depthIsLeftToTheReader() {
    int depth = 3 * YamlReader.MAX_DEPTH;
    assertThat(tokens("[".repeat(depth) + "]".repeat(depth))).hasSize(2 * depth);
  }
}
