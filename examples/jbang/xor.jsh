import dev.kassei.api.*
import dev.kassei.api.expr.*
import dev.kassei.embed.*
System.out.println(Kassei.activation("gelu").derivative())
System.out.println(Kassei.train(Path.of("configs/xor-perceptron.yaml")).digest())
@PluginName("my_swish") record MySwish() implements Activation { public Expr apply(Expr x) { return x.times(x.sigmoid()); } }
System.out.println(Kassei.with(new MySwish()).train(Experiment.file(Path.of("configs/xor-mlp.yaml")).set("model.activation=my_swish")).metrics())
/exit
