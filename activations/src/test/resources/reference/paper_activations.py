"""Writes paper_activations.json: values and derivatives of activations as their papers define them.

The formulas below are Python with mpmath, 60 digits, as the papers print them; nothing of Kassei is used.
Run: python3 paper_activations.py > paper_activations.json
"""

import json
from mpmath import mp, mpf, cos, cosh, diff, erf, exp, log, sin, sqrt, tanh

mp.dps = 60

# Away from kinks, and exact in float32.
POINTS = [-30, -7.25, -4.125, -2.75, -1.25, -0.625, -0.0625, 0.0625, 0.25, 0.875, 1.75, 2.875, 4.625, 7.75, 20]


def sigma(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log(1 + exp(x))


def phi(x):
    return (1 + erf(x / sqrt(2))) / 2


def clip(x, low, high):
    return min(max(x, low), high)


def pade(x):
    a = "0.029792778657264946 0.6183735264987601 2.323309062531321 3.051936237265109 1.4854203263828845 0.2510244961111299"
    b = "-1.1419548357285474 4.393159974992486 0.8714712309957245 0.34719662339598834"
    numerator = sum(mpf(c) * x**j for j, c in enumerate(a.split()))
    return numerator / (1 + sum(abs(mpf(c) * x ** (j + 1)) for j, c in enumerate(b.split())))


FORMULAS = {
    "squared_relu": "max(x, 0)**2",
    "isrlu": "x if x > 0 else x / sqrt(1 + x**2)",
    "isru": "x / sqrt(1 + x**2)",
    "smelu": "0*x if x <= -1 else (x if x >= 1 else (x + 1)**2 / 4)",
    "nlrelu": "log(max(x, 0) + 1)",
    "plu": "max((x + 1) / 10 - 1, min((x - 1) / 10 + 1, x))",
    "displaced_relu": "max(x, -mpf('0.05'))",
    "sqlu": "x if x > 0 else (-1 + 0*x if x < -2 else x + x**2 / 4)",
    "slu": "x if x > 0 else 2 * log((exp(x) + 1) / 2)",
    "soft_plus_plus": "log(1 + exp(x)) + x / 2 - log(2)",
    "bent_identity": "(sqrt(x**2 + 1) - 1) / 2 + x",
    "sign_relu": "x if x > 0 else x / (abs(x) + 1)",
    "flatten_t_swish": "x / (1 + exp(-x)) - mpf('0.2') if x > 0 else -mpf('0.2') + 0*x",
    "serlu": "mpf('1.07862') * (x if x > 0 else mpf('2.90427') * x * exp(x))",
    "elish": "(x if x > 0 else exp(x) - 1) / (1 + exp(-x))",
    "hard_elish": "(x if x > 0 else exp(x) - 1) * clip((x + 1) / 2, 0, 1)",
    "serf": "x * erf(softplus(x))",
    "smish": "x * tanh(log(1 + sigma(x)))",
    "logish": "x * log(1 + sigma(x))",
    "phish": "x * tanh(x * phi(x))",
    "tanh_exp": "x * tanh(exp(x))",
    "quick_gelu": "x * sigma(mpf('1.702') * x)",
    "clipped_gelu": "clip(x * phi(x), -10, 10)",
    "golu": "x * exp(-exp(-x))",
    "gish": "x * log(2 - exp(-exp(x)))",
    "colu": "x / (1 - x * exp(-(x + exp(x))))",
    "sgelu": "x * erf(x / sqrt(2))",
    "aptx": "(1 + tanh(x)) * x / 2",
    "e_swish": "mpf('1.5') * x * sigma(x)",
    "pflu": "x / 2 * (1 + x / sqrt(1 + x**2))",
    "fpflu": "x if x > 0 else x + x**2 / sqrt(1 + x**2)",
    "resech": "x / cosh(x)",
    "eis_1": "x * softplus(x) / (abs(x) + mpf('1.16') * exp(-x))",
    "eis_3": "x / (1 + mpf('0.68') * exp(-mpf('1.7') * x))",
    "penalized_tanh": "tanh(x) if x > 0 else tanh(x) / 4",
    "hexpo": "1 - exp(-x) if x > 0 else exp(x) - 1",
    "sqnl": "clip(x, -2, 2) - clip(x, -2, 2) * abs(clip(x, -2, 2)) / 4",
    "scaled_tanh": "mpf('1.7159') * tanh(2 * x / 3)",
    "elliott": "x / 2 / (1 + abs(x)) + mpf('0.5')",
    "log_log": "exp(-exp(-x))",
    "soft_clipping": "log((1 + exp(50 * x)) / (1 + exp(50 * (x - 1)))) / 50",
    "laplace": "(1 + erf((x - mpf('0.707107')) / (mpf('0.282095') * sqrt(2)))) / 2",
    "sine": "sin(x)",
    "gcu": "x * cos(x)",
    "asu": "x * sin(x)",
    "gaussian": "exp(-x**2)",
    "hat": "max(0, min(x, 2 - x))",
    "ncu": "x - x**3",
    "squ": "x**2 + x",
    "soft_exponential": "(exp(x / 2) - 1) * 2 + mpf(1) / 2",
    "star_relu": "mpf('0.8944') * max(x, 0)**2 - mpf('0.4472')",
    "attention_relu": "(1 + sigma(2)) * x if x > 0 else mpf('0.9') * x",
    "flexible_relu": "max(x, 0)",
    "dual_parametric_relu": "x if x > 0 else x / 100",
    "dual_line": "(x if x > 0 else x / 100) - mpf('0.22')",
    "pilu": "x if x > 0 else x / 100",
    "s_shaped_relu": "x if x > 0 else x / 10",
    "aplu": "max(0, x) + mpf('0.2') * max(0, -x + mpf('0.5'))",
    "acon": "(1 - 0) * x * sigma(1 * (1 - 0) * x) + 0 * x",
    "erf_act": "x * erf(mpf('0.75') * exp(mpf('0.75') * x))",
    "pserf": "x * erf(log(1 + exp(mpf('1.25') * x)))",
    "sinlu": "(x + sin(x)) * sigma(x)",
    "coslu": "(x + cos(x)) * sigma(x)",
    "delu": "x * sigma(x) if x <= 0 else x / 2 + abs(exp(-x) - 1)",
    "shilu": "max(x, 0) + 1",
    "scaled_softsign": "x / (1 + abs(x))",
    "relun": "min(max(x, 0), 1)",
    "bendable_linear": "(sqrt(x**2 + 1) - 1) / 2 + x",
    "pelu": "x if x > 0 else exp(x) - 1",
    "mpelu": "x if x > 0 else (exp(x) - 1) / 4",
    "ptelu": "x if x > 0 else tanh(x)",
    "lelelu": "x if x > 0 else x / 100",
    "tent": "max(0, 1 - abs(x))",
    "xielu": "mpf('0.8') * x**2 + x / 2 if x > 0 else (exp(x) - 1 - x) * mpf('0.8') + x / 2",
    "smu": "(mpf('1.25') * x + mpf('0.75') * x * erf(mpf('1e6') * mpf('0.75') * x)) / 2",
    "soft_root_sign": "x / (x / 2 + exp(-x / 3))",
    "tanhsoft_1": "tanh(x) * softplus(x)",
    "tanhsoft_2": "x * tanh(mpf('0.6') * exp(x))",
    "pau": "pade(x)",
    "laaf": "tanh(x)",
}


def entry(name, formula):
    function = eval("lambda x: mpf(1) * (" + formula + ")")
    return {
        "name": name,
        "formula": formula,
        "input": POINTS,
        "expected": [float(function(mpf(x))) for x in POINTS],
        "expected_grad": [float(diff(function, mpf(x), h=mpf(10) ** -20)) for x in POINTS],
    }


lines = [json.dumps(entry(*item)) for item in sorted(FORMULAS.items())]
print("[" + ",\n".join(lines) + "]")
