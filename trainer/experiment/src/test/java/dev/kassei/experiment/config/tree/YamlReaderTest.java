package dev.kassei.experiment.config.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
  private static Mapping read(String text) {
    var problems = new Problems();
    Mapping map = YamlReader.document("a.yaml", text, KeyForm.NESTED, problems);
    problems.throwIfAny();
    return map;
  }

  private static String refusal(String text) {
    return catchThrowableOfType(ConfigurationException.class, () -> read(text)).getMessage();
  }

  /** The tree without places, as flow YAML. */
  private static String shown(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.plain() ? scalar.text() : '"' + scalar.text() + '"';
    }
    if (node instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(YamlReaderTest::shown)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((Mapping) node)
        .entries().entrySet().stream()
            .map(entry -> entry.getKey() + ": " + shown(entry.getValue().value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String tree(String text) {
    return shown(read(text));
  }

  @Test
  void keysAndValuesKnowTheirPlaces() {
    var entry = read("a: 1\nb:\n  - 2\n  - c: 3\n").entries().get("b");

    assertThat(entry.key()).hasToString("a.yaml:2:1");
    var list = (Sequence) entry.value();
    assertThat(list.location()).hasToString("a.yaml:3:3");
    var map = (Mapping) list.items().get(1);
    assertThat(map.entries().get("c").value().location()).hasToString("a.yaml:4:8");
  }

  @Test
  void columnsCountCharacters() {
    assertThat(read("{𝕏: 1, b: 2}").entries().get("b").key()).hasToString("a.yaml:1:8");
  }

  @Test
  void quotesMakeText() {
    assertThat(tree("{a: 7, b: \"7\", c: '7', d: !!str 7}"))
        .isEqualTo("{a: 7, b: \"7\", c: \"7\", d: \"7\"}");
  }

  @Test
  void otherTagsAreRefused() {
    assertThat(refusal("a: !!int 7\nb: !mine {c: 1}"))
        .contains("a.yaml:1:4: a: the tag '!!int' has no meaning")
        .contains("a.yaml:2:4: b: the tag '!mine' has no meaning");
  }

  @Test
  void aliasesRepeatWhatTheirAnchorNames() {
    assertThat(tree("a: &x {b: 1}\nc: *x\nd: [*x, &y 2, *y]"))
        .isEqualTo("{a: {b: 1}, c: {b: 1}, d: [{b: 1}, 2, 2]}");
  }

  @Test
  void anUnknownAliasIsRefused() {
    assertThat(refusal("a: *x")).isEqualTo("a.yaml:1:4: a: no '&x' stands before this '*x'");
    assertThat(refusal("a: &x [*x]")).contains("no '&x' stands before this '*x'");
  }

  @Test
  void mergedKeysYieldToOwnAndEarlierOnes() {
    assertThat(tree("x-a: &a {p: 1, q: 1}\nx-b: &b {q: 2, r: 2}\nm: {<<: [*a, *b], p: 0}"))
        .isEqualTo("{m: {p: 0, q: 1, r: 2}}");
  }

  @Test
  void onlyMapsCanBeMerged() {
    assertThat(refusal("m: {<<: 3}"))
        .isEqualTo("a.yaml:1:9: m: '<<' takes a map or a list of maps but was 3");
  }

  @Test
  void aQuotedMergeKeyIsAKeyLikeAnyOther() {
    assertThat(tree("m: {'<<': {a: 1}}")).isEqualTo("{m: {<<: {a: 1}}}");
  }

  @Test
  void duplicateKeysAreRefusedWithBothPlaces() {
    assertThat(refusal("a: 1\nb: {c: 1, c: 2}\na: 3"))
        .isEqualTo(
            """
            a.yaml:2:11: b.c: given twice, first at a.yaml:2:5; keep one of them
              b: {c: 1, c: 2}
                        ^
            a.yaml:3:1: a: given twice, first at a.yaml:1:1; keep one of them
              a: 3
              ^\
            """);
  }

  @Test
  void dottedKeysNest() {
    assertThat(tree("o.p.q: 1\no.p.r: 2\no: {s: 3}")).isEqualTo("{o: {p: {q: 1, r: 2}, s: 3}}");
  }

  @Test
  void aDottedKeyThroughAWordMakesItTheType() {
    assertThat(tree("optimizer: adam\noptimizer.rate: 1"))
        .isEqualTo("{optimizer: {type: adam, rate: 1}}");
  }

  @Test
  void aDottedKeyMustNotRepeatANestedOne() {
    assertThat(refusal("o: {p: 1}\no.p: 2"))
        .isEqualTo("a.yaml:2:1: o.p: given twice, first at a.yaml:1:5; keep one of them");
    assertThat(refusal("o: adam\no.type: sgd")).contains("a.yaml:2:1: o: given twice");
    assertThat(refusal("o: [1]\no.p: sgd")).contains("a.yaml:2:1: o: given twice");
  }

  @Test
  void aDottedKeyNeedsNamesAroundItsDots() {
    assertThat(refusal("a..b: 1\n.c: 2\nd.: 3").lines())
        .hasSize(3)
        .allMatch(line -> line.endsWith("a name is missing beside a dot in this key"));
  }

  @Test
  void keysThatStartWithXAreIgnored() {
    assertThat(tree("x-note: anything\na: {x-b: 1, c: 2}")).isEqualTo("{a: {c: 2}}");
  }

  @Test
  void keysAreWords() {
    assertThat(refusal("? [a, b]\n: 1"))
        .isEqualTo("a.yaml:1:3: a key must be a word but was a list");
  }

  @Test
  void anEmptyDocumentIsRefused() {
    String message =
        "a.yaml:1:1: expected a map of keys and values, such as 'dataset: xor', but was empty";
    assertThat(refusal("")).isEqualTo(message);
    assertThat(refusal("# nothing\n")).isEqualTo(message);
    assertThat(refusal("---\n")).contains("but was empty");
  }

  @Test
  void aDocumentThatIsNoMapIsRefused() {
    assertThat(refusal("- a\n- b\n")).contains("a.yaml:1:1: ").endsWith("but was a list");
    assertThat(refusal("xor")).endsWith("but was 'xor'");
  }

  @Test
  void aSecondDocumentIsRefusedWhereItBegins() {
    assertThat(refusal("a: 1\n---\nb: 2\n"))
        .isEqualTo("a.yaml:2:1: a second document begins here; write one document in each file");
  }

  @Test
  void wrongSyntaxIsRefusedWhereItStands() {
    assertThat(refusal("a: [1, 2\nb: 3\n"))
        .isEqualTo(
            "a.yaml:1:4: not YAML: the '[' that opens here is not closed\n  a: [1, 2\n     ^");
    assertThat(refusal("a: b: c"))
        .isEqualTo(
            "a.yaml:1:5: not YAML: a second ': ' in one line; put the value in quotes\n"
                + "  a: b: c\n      ^");
    assertThat(refusal("a:\n\t- b"))
        .isEqualTo("a.yaml:2:1: not YAML: a tab stands here; indent with spaces\n   - b\n  ^");
  }

  @Test
  void aForbiddenCharacterIsRefusedWhereItStands() {
    assertThat(refusal("a: 1\nb: \u0007"))
        .isEqualTo(
            "a.yaml:2:4: not YAML: the character U+0007 is not allowed; write it as \"\\u0007\"\n"
                + "  b: \uFFFD\n     ^");
  }

  @Test
  void aBillionLaughsAreRefused() {
    String lines =
        IntStream.range(1, 12)
            .mapToObj(i -> "a%s: &a%s %s".formatted(i, i, repeated("*a" + (i - 1))))
            .collect(Collectors.joining("\n"));

    assertThat(refusal("a0: &a0 lol\n" + lines))
        .endsWith("more than 200000 values, counting each alias as what it stands for");
  }

  private static String repeated(String alias) {
    return "[" + String.join(", ", Collections.nCopies(9, alias)) + "]";
  }

  @Test
  void depthIsBounded() {
    assertThat(tree("a: " + "[".repeat(98) + "]".repeat(98))).startsWith("{a: [[[");
    assertThat(refusal("a: " + "[".repeat(5000) + "]".repeat(5000)))
        .endsWith("nested deeper than 100 levels");
    assertThat(refusal("a.".repeat(400) + "a: 1")).endsWith("nested deeper than 100 levels");
  }

  @Test
  void depthIsBoundedThroughAliasesAndDots() {
    String deep = "[".repeat(60) + "%s" + "]".repeat(60);
    String first = "a: &a " + deep.formatted("1");
    assertThat(refusal(first + "\nb: &b " + deep.formatted("*a"))).endsWith("100 levels");
    assertThat(refusal("a.".repeat(60) + "a: {" + "b.".repeat(60) + "b: 1}"))
        .endsWith("100 levels");
  }
}
