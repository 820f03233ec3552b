package dev.kassei.plotting.report;

import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.plotting.report.Report.Section;
import dev.kassei.results.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a report as one HTML file. It holds its own style, scripts and data; a content security
 * policy forbids everything else, above all requests. Without JavaScript texts and tables remain,
 * and each picture's words.
 */
public final class ReportWriter {
  private static final int COLORS = 256;

  /**
   * Browsers that know it paint nothing until the script, before the element it names, has drawn.
   */
  private static final String WAIT = "<link rel=\"expect\" href=\"#drawn\" blocking=\"render\">\n";

  private static final int MANY_COLUMNS = 8;
  private static final int MOST_COLUMNS = 14;
  private static final int LONGEST_LINE = 30;

  private final Markup body = new Markup();
  private final List<Object> pictures = new ArrayList<>();
  private final List<Object> groups = new ArrayList<>();

  private ReportWriter() {}

  /**
   * Writes the page to a file, as a whole.
   *
   * @return the file
   */
  public static Path write(Report report, Path file) throws IOException {
    String html = html(report);
    WholeFile.text(file, out -> out.write(html));
    return file;
  }

  /** The page. */
  public static String html(Report report) {
    return new ReportWriter().page(report);
  }

  private String page(Report report) {
    body(report);
    String style = Resources.style();
    String script = Resources.script();
    return new Markup()
        .tag("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .tag("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .text(Policy.of(style, script))
        .tag("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .tag("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .element("title", report.title())
        .tag(WAIT)
        .tag("<style>" + style + "</style>\n</head>\n<body>\n")
        .tag(body.toString())
        .tag("<script type=\"application/json\" id=\"data\">" + Json.of(data()) + "</script>\n")
        .tag("<script>" + script + "</script>\n<div id=\"drawn\" hidden></div>\n</body>\n</html>\n")
        .toString();
  }

  private Map<String, Object> data() {
    return new Fields().put("maps", maps()).put("groups", groups).put("pictures", pictures).map();
  }

  private static Map<String, Object> maps() {
    Map<String, Object> maps = new LinkedHashMap<>();
    for (ColorMap map : ColorMap.values()) {
      maps.put(
          map.name(),
          IntStream.range(0, COLORS)
              .mapToObj(i -> map.step(i).hex().substring(1))
              .collect(Collectors.joining()));
    }
    return maps;
  }

  private void body(Report report) {
    body.tag("<header>\n").element("h1", report.title());
    body.element("p class=\"subtitle\"", report.subtitle());
    contents(report.sections());
    body.tag("</header>\n<main>\n");
    for (int i = 0; i < report.sections().size(); i++) {
      Section section = report.sections().get(i);
      body.tag("<section id=\"section-" + i + "\">\n").element("h2", section.title());
      section.blocks().forEach(this::block);
      body.tag("</section>\n");
    }
    body.tag("</main>\n");
  }

  private void contents(List<Section> sections) {
    body.tag("<nav aria-label=\"Sections\">\n");
    for (int i = 0; i < sections.size(); i++) {
      body.element("a href=\"#section-" + i + "\"", sections.get(i).title());
    }
    body.tag("</nav>\n");
  }

  private void block(Block block) {
    if (block instanceof Block.Verdict verdict) {
      body.element("p class=\"verdict\"", verdict.text());
    } else if (block instanceof Block.Paragraph paragraph) {
      body.element("p class=\"text\"", paragraph.text());
    } else if (block instanceof Block.Warning warning) {
      body.element("p class=\"warning\" role=\"note\"", warning.text());
    } else if (block instanceof Block.Items items) {
      body.tag("<div class=\"items\">\n").element("h3", items.caption());
      points(items.texts());
      body.tag("</div>\n");
    } else if (block instanceof Block.Warnings warnings) {
      body.tag("<div class=\"warning list\" role=\"note\">").element("strong", warnings.caption());
      points(warnings.texts());
      body.tag("</div>\n");
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Facts facts) {
      facts(facts);
    } else if (block instanceof Block.Links links) {
      links(links);
    } else if (block instanceof Block.Code code) {
      code(code);
    } else if (block instanceof Block.Pictures group) {
      pictures(group);
    }
  }

  private void points(List<String> texts) {
    body.tag("<ul>\n");
    texts.forEach(text -> body.element("li", text));
    body.tag("</ul>\n");
  }

  /** Its frame can scroll sideways, by keys, too. */
  private void table(Block.Table table) {
    body.tag("<div class=\"scroll" + width(table.columns().size()) + "\" tabindex=\"0\"><table>\n")
        .element("caption", table.caption());
    body.tag("<thead><tr>");
    table.columns().forEach(column -> cell("th scope=\"col\"", column, column.name()));
    body.tag("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      body.tag("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell(i == 0 ? "th scope=\"row\"" : "td", table.columns().get(i), row.get(i));
      }
      body.tag("</tr>\n");
    }
    body.tag("</tbody>\n</table></div>\n");
  }

  /** Paper does not scroll: the more columns, the smaller the letters there. */
  private static String width(int columns) {
    if (columns <= MANY_COLUMNS) {
      return "";
    }
    return columns <= MOST_COLUMNS ? " wide" : " widest";
  }

  private void cell(String tag, Block.Column column, String text) {
    body.tag("<" + tag + kind(column, text) + ">").text(text);
    body.tag(tag.equals("td") ? "</td>" : "</th>");
  }

  /** Long texts fold, so that what stands to the right of them stays in sight. */
  private static String kind(Block.Column column, String text) {
    if (column.numeric()) {
      return " class=\"number\"";
    }
    return text.length() > LONGEST_LINE ? " class=\"long\"" : "";
  }

  private void facts(Block.Facts facts) {
    body.tag("<dl>\n");
    for (Block.Fact fact : facts.facts()) {
      body.tag("<div><dt>").text(fact.name()).tag("</dt><dd>").text(fact.value());
      body.tag("</dd></div>\n");
    }
    body.tag("</dl>\n");
  }

  private void links(Block.Links links) {
    body.tag("<ul>\n");
    links
        .links()
        .forEach(
            (path, name) ->
                body.tag("<li><a href=\"").text(path).tag("\">").text(name).tag("</a></li>\n"));
    body.tag("</ul>\n");
  }

  private void code(Block.Code code) {
    body.tag("<div class=\"code\">\n").element("h3", code.caption());
    body.tag("<pre tabindex=\"0\"><code>").text(code.text()).tag("</code></pre>\n</div>\n");
  }

  private void pictures(Block.Pictures group) {
    body.tag("<div class=\"group\" data-group=\"" + groups.size() + "\">\n");
    body.element("h3", group.caption()).tag("<div class=\"pictures\">\n");
    groups.add(new Fields().put("frames", group.frames()).map());
    group.pictures().forEach(this::picture);
    body.tag("</div>\n</div>\n");
  }

  private void picture(Picture picture) {
    String words = picture.panel().alternative();
    body.tag("<figure class=\"" + kind(picture.panel()) + "\"");
    body.tag(" data-picture=\"" + pictures.size() + "\">\n");
    body.element("figcaption", picture.panel().title());
    body.tag("<div class=\"stage\"><canvas role=\"img\" aria-label=\"").text(words).tag("\">");
    body.text(words).tag("</canvas></div>\n").element("p class=\"note\"", PanelData.note(picture));
    body.tag("</figure>\n");
    pictures.add(PanelData.of(picture));
  }

  /** Diagrams without a frame keep a width at which their texts have room. */
  private static String kind(Panel panel) {
    if (!(panel instanceof Axes2D axes)) {
      return "space";
    }
    return axes.frame() == Axes2D.Frame.NONE ? "plane diagram" : "plane";
  }
}
