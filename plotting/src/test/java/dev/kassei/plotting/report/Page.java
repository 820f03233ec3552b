package dev.kassei.plotting.report;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A window of the browser: what is in it, and what a hand could do there. */
final class Page {
  private final DevTools tools;
  private final String session;

  private Page(DevTools tools, String session) {
    this.tools = tools;
    this.session = session;
  }

  /** What tells pages that something is shown, and when, as where nothing ever is. */
  private static final String NO_FRAMES =
      """
      requestAnimationFrame = requestIdleCallback = () => 0;
      IntersectionObserver = ResizeObserver = class {
        observe() {}
        unobserve() {}
        disconnect() {}
      };
      """;

  static Page open(DevTools tools, URI address, int width, int height) {
    Page page = blank(tools, width, height);
    page.navigate(address);
    page.settle();
    return page;
  }

  /** The page as it is where no frame is ever shown, and no observer told of anything. */
  static Page openWithoutFrames(DevTools tools, URI address, int width, int height) {
    Page page = blank(tools, width, height);
    page.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NO_FRAMES));
    page.navigate(address);
    return page;
  }

  private static Page blank(DevTools tools, int width, int height) {
    String target =
        tools.call("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asString();
    String session =
        tools
            .call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asString();
    var page = new Page(tools, session);
    List.of("Runtime", "Log", "Network", "Page").forEach(domain -> page.call(domain + ".enable"));
    page.resize(width, height);
    return page;
  }

  private void navigate(URI address) {
    call("Page.navigate", Map.of("url", address.toString()));
    value("new Promise(done => document.readyState === 'complete' ? done() : onload = done)");
  }

  private JsonNode call(String method) {
    return call(method, Map.of());
  }

  JsonNode call(String method, Map<String, ?> parameters) {
    return tools.call(session, method, parameters);
  }

  void resize(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * Waits until all changes are drawn: an observer younger than the page's own is told after them
   * what is in sight, and what they ask for is drawn with the next frame.
   */
  void settle() {
    value(
        """
        new Promise(done =>
          new IntersectionObserver((entries, observer) => {
            observer.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)));
          }).observe(document.documentElement))
        """);
  }

  /** The value of an expression of JavaScript. */
  JsonNode value(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + " failed: " + answer.get("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  String text(String expression) {
    return value(expression).asString();
  }

  double number(String expression) {
    return value(expression).asDouble();
  }

  /** The picture on a canvas, as text. */
  String picture(int index) {
    settle();
    return text("document.querySelectorAll('.stage canvas')[" + index + "].toDataURL()");
  }

  /** The share of the pixels of a canvas that are drawn on. */
  double ink(int index) {
    return number(
        """
        (() => {
          const canvas = %s;
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((value, i) => i %% 4 === 3 && value > 0).length / (data.length / 4);
        })()
        """
            .formatted(canvas(index)));
  }

  int canvases() {
    return (int) number("document.querySelectorAll('.stage canvas').length");
  }

  /** The page on paper. */
  byte[] pdf() {
    return Base64.getDecoder().decode(call("Page.printToPDF").get("data").asString());
  }

  /** The middle of an element, which is scrolled into view. */
  double[] middle(String element) {
    value(element + ".scrollIntoView({block: 'center', behavior: 'instant'})");
    settle();
    JsonNode box = value(element + ".getBoundingClientRect().toJSON()");
    return new double[] {
      box.get("x").asDouble() + box.get("width").asDouble() / 2,
      box.get("y").asDouble() + box.get("height").asDouble() / 2
    };
  }

  static String canvas(int index) {
    return "document.querySelectorAll('.stage canvas')[" + index + "]";
  }

  void click(String element) {
    double[] at = middle(element);
    mouse("mousePressed", at[0], at[1]);
    mouse("mouseReleased", at[0], at[1]);
    settle();
  }

  void hover(double x, double y) {
    mouse("mouseMoved", x, y);
    settle();
  }

  /** Drags from the middle of a canvas. */
  void drag(int index, double x, double y) {
    double[] at = middle(canvas(index));
    mouse("mousePressed", at[0], at[1]);
    mouse("mouseMoved", at[0] + x / 2, at[1] + y / 2);
    mouse("mouseMoved", at[0] + x, at[1] + y);
    mouse("mouseReleased", at[0] + x, at[1] + y);
    settle();
  }

  private void mouse(String type, double x, double y) {
    boolean moves = type.equals("mouseMoved");
    call(
        "Input.dispatchMouseEvent",
        Map.of("type", type, "x", x, "y", y, "button", moves ? "none" : "left", "clickCount", 1));
  }

  void wheel(double x, double y, double distance) {
    call(
        "Input.dispatchMouseEvent",
        Map.of("type", "mouseWheel", "x", x, "y", y, "deltaX", 0, "deltaY", distance));
    settle();
  }

  void key(String key) {
    boolean letter = key.length() == 1;
    call(
        "Input.dispatchKeyEvent",
        letter
            ? Map.of("type", "keyDown", "key", key, "text", key)
            : Map.of("type", "keyDown", "key", key));
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    settle();
  }

  /** Errors, warnings and blocked things, as the console shows them. */
  List<String> complaints() {
    return mine()
        .filter(
            event ->
                List.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
                    .contains(event.get("method").asString()))
        .map(JsonNode::toString)
        .toList();
  }

  /** The addresses of everything that the page asked for. */
  List<String> requests() {
    return mine()
        .filter(event -> event.get("method").asString().equals("Network.requestWillBeSent"))
        .map(event -> event.get("params").get("request").get("url").asString())
        .toList();
  }

  private Stream<JsonNode> mine() {
    return tools.events().stream()
        .filter(event -> event.path("sessionId").asString("").equals(session));
  }
}
