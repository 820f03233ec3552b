package dev.kassei.experiment.config.tree;

import java.io.Reader;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Jackson's YAML parser, which gives keys as it gives values, and scalars as they are written.
 *
 * <p>As it comes, the parser ends at a key that is an alias, a list or a map; it tells neither the
 * tag of a map's first key nor the anchor of a scalar nor whether there are quotes around it; it
 * fails at a scalar that does not fit its tag; and it goes from one document to the next without
 * notice. So each key comes as the value of an empty name before it, and a second document as a
 * scalar after the first; anchor, tag and quotes are read from the event beneath a token.
 */
final class NodeParser extends YAMLParser {
  private NodeParser(
      ObjectReadContext context,
      IOContext io,
      BufferRecycler buffers,
      int features,
      int yamlFeatures,
      LoadSettings settings,
      Reader text) {
    super(context, io, buffers, features, yamlFeatures, settings, text);
  }

  static NodeParser of(String text) {
    return (NodeParser) new Factory(text.length()).createParser(ObjectReadContext.empty(), text);
  }

  /**
   * Leaves the length of a text, equal keys and the depth to {@link YamlReader}: its bound of 100
   * levels comes before Jackson's of 500.
   */
  private static final class Factory extends YAMLFactory {
    Factory(int length) {
      super(YAMLFactory.builder().loadSettings(settings(length)));
    }

    /**
     * The buffer holds the whole text, since SnakeYAML Engine 3.0.1 fails at a surrogate pair
     * across two buffers, and copies a long scalar again for each.
     */
    private static LoadSettings settings(int length) {
      return LoadSettings.builder()
          .setBufferSize(length)
          .setCodePointLimit(Integer.MAX_VALUE)
          .setAllowDuplicateKeys(true)
          .build();
    }

    @Override
    protected YAMLParser _createParser(ObjectReadContext context, IOContext io, Reader text) {
      return new NodeParser(
          context,
          io,
          _getBufferRecycler(),
          getStreamReadFeatures(),
          getFormatReadFeatures(),
          _loadSettings,
          text);
    }
  }

  /** The name that the current node's {@code &name} gives it. */
  Optional<String> anchor() {
    return _lastEvent instanceof NodeEvent node
        ? node.getAnchor().map(Anchor::getValue)
        : Optional.empty();
  }

  /** The current node's tag with its namespace, or {@code !} alone. */
  Optional<String> tag() {
    if (_lastEvent instanceof CollectionStartEvent collection) {
      return collection.getTag();
    }
    return _lastEvent instanceof ScalarEvent scalar ? scalar.getTag() : Optional.empty();
  }

  /** Whether the current node is a scalar without quotes. */
  boolean isPlain() {
    return _lastEvent instanceof ScalarEvent scalar && scalar.isPlain();
  }

  @Override
  protected Event nextEvent() {
    if (isBeforeName() && !_yamlParser.checkEvent(Event.ID.MappingEnd)) {
      return emptyScalar(_yamlParser.peekEvent());
    }
    Event event = super.nextEvent();
    boolean isSecondDocument = _hasContent && event.getEventId() == Event.ID.DocumentStart;
    return isSecondDocument ? emptyScalar(event) : event;
  }

  private boolean isBeforeName() {
    return streamReadContext().inObject() && currentToken() != JsonToken.PROPERTY_NAME;
  }

  private static Event emptyScalar(Event place) {
    return new ScalarEvent(
        Optional.empty(),
        Optional.empty(),
        new ImplicitTuple(true, true),
        "",
        ScalarStyle.PLAIN,
        place.getStartMark(),
        place.getEndMark());
  }

  /** The type that a scalar is bound to tells what it means, not its looks. */
  @Override
  protected JsonToken _decodeScalar(ScalarEvent scalar) {
    _textValue = scalar.getValue();
    return JsonToken.VALUE_STRING;
  }
}
