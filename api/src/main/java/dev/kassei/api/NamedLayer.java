package dev.kassei.api;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Expr;
import org.apiguardian.api.API;

/**
 * A layer with a name of its own, which replaces the path of the place where it stands. Layers of
 * the same name have the same tensors: they are tied.
 *
 * @param name such as {@code shared}
 * @param layer what is named
 */
@API(status = API.Status.STABLE, since = "0.1")
public record NamedLayer(String name, Layer layer) implements Layer {
  private static final String RESERVED = "optimizer";

  public NamedLayer {
    require(
        name.matches("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*"),
        "the name of a layer is the path of its weights and consists of letters, digits,"
            + " underscores and dots, but was '%s'",
        name);
    require(
        !name.equals(RESERVED) && !name.startsWith(RESERVED + "."),
        "the name '%s' is taken by what the optimizer remembers; choose another one",
        name);
  }

  @Override
  public Expr apply(Expr x) {
    return x.at("").through(name, layer).at(x.path());
  }

  @Override
  public Layer before(Activation activation) {
    return new NamedLayer(name, layer.before(activation));
  }
}
