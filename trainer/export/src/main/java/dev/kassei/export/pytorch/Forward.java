package dev.kassei.export.pytorch;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Traversal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Statements of Python that compute a formula. What is used once and is short stands within the
 * expression that uses it; all else is put into variables, whose names are used again.
 */
final class Forward {
  private static final int SHORT = 60;

  private final Members members;
  private final Layers layers;
  private final Map<Expr, Application> applications = new IdentityHashMap<>();
  private final Map<Expr, Integer> uses = new IdentityHashMap<>();
  private final Map<Expr, Value> live = new IdentityHashMap<>();
  private final List<String> statements = new ArrayList<>();

  private Forward(Members members) {
    this.members = members;
    this.layers = new Layers(members);
  }

  /**
   * The statements that return a formula.
   *
   * @param input the node whose value stands in the variable {@code x}
   */
  static List<String> returning(Expr formula, Expr input, Members members) {
    var forward = new Forward(members);
    forward.applications.put(
        input,
        Application.of(List.of(), values -> Value.first(Code.variable("x"), Formulas.axes(input))));
    forward.write(formula);
    return forward.statements;
  }

  private void write(Expr formula) {
    List<Expr> order =
        Traversal.operandsFirst(List.of(formula), node -> application(node).inputs());
    uses.merge(formula, 1, Integer::sum);
    order.forEach(
        node -> application(node).inputs().forEach(input -> uses.merge(input, 1, Integer::sum)));
    order.forEach(this::compute);
    statements.add("return " + live.get(formula).last().text());
  }

  private void compute(Expr node) {
    Application application = application(node);
    List<Value> inputs = new ArrayList<>();
    for (Expr input : application.inputs()) {
      boolean isVariable = application.isModule() && !live.get(input).code().isName();
      inputs.add(isVariable ? assign(input, live.get(input)) : live.get(input));
    }
    application.inputs().forEach(this::use);
    Value value = application.value().apply(inputs);
    live.put(node, value);
    boolean isShort = value.code().text().length() <= SHORT;
    if (!value.code().isName()
        && !value.code().variables().isEmpty()
        && (uses.get(node) > 1 || !isShort)) {
      assign(node, value);
    }
  }

  private void use(Expr input) {
    if (uses.merge(input, -1, Integer::sum) == 0) {
      live.remove(input);
    }
  }

  /** Puts a value into a variable that nothing else needs. */
  private Value assign(Expr node, Value value) {
    live.remove(node);
    String name = free();
    statements.add(name + " = " + value.numbers().code().text());
    Value assigned = value.numbers().with(Code.variable(name));
    live.put(node, assigned);
    return assigned;
  }

  private String free() {
    Set<String> taken = new HashSet<>();
    live.values().forEach(value -> taken.addAll(value.code().variables()));
    int number = 0;
    String name = "x";
    while (taken.contains(name)) {
      number++;
      name = "x" + number;
    }
    return name;
  }

  private Application application(Expr node) {
    Application known = applications.get(node);
    if (known == null) {
      known = found(node);
      applications.put(node, known);
    }
    return known;
  }

  private Application found(Expr node) {
    OptionalDouble constant = Formulas.constant(node);
    if (constant.isPresent()) {
      Code number = Code.atom(Literals.number(constant.getAsDouble()));
      return Application.of(List.of(), values -> Value.last(number, 0));
    }
    return layers.of(node).orElseGet(() -> primitive(node));
  }

  private Application primitive(Expr node) {
    if (Formulas.isMark(node)) {
      return Application.of(Formulas.marked(node), value -> value);
    }
    if (node.operation() == Operation.RESHAPE && node.shape().equals(node.operand(0).shape())) {
      return Application.of(node.operand(0), value -> value);
    }
    if (Formulas.tensorName(node).isPresent()) {
      return Application.of(List.of(), values -> Structures.tensor(node, members));
    }
    if (node.operation() == Operation.COLUMN_INDEX) {
      String numbers = "torch.arange(%s, dtype=self.dtype)".formatted(node.width());
      return Application.of(List.of(), values -> Value.last(Code.atom(numbers), 0));
    }
    if (node.operands().isEmpty()) {
      throw Structures.noForm(node);
    }
    return Application.of(
        node.operands(),
        values ->
            node.operation().isPointwise()
                ? Primitives.of(node, values)
                : Structures.of(node, values));
  }
}
