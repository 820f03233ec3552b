"""Writes paper_activations.json: values and derivatives of activations as their papers define them.

The formulas below are Python with mpmath, as the papers print them; nothing of Kassei is used. They are computed with
DIGITS digits, so that what cancels has at least 60 left, and rounded to double. Written in a few minutes by
python3 paper_activations.py > paper_activations.json
"""

import json
import struct
from math import ceil
from mpmath import mp, mpf, atan, cos, cosh, erf, exp, log, pi, sign, sin, sqrt, tanh

DIGITS = 900
STEP = mpf(10) ** -60
mp.dps = DIGITS



def float32(x):
    return struct.unpack("f", struct.pack("f", x))[0]


# Exact in float32, so that they serve both precisions: tiny, small to large in even ratios, moderate in even steps, huge.
SIZES = [1e-30, 1e-16, 1e-9, 1e-6, 1e-4]
SIZES += [0.001 * 1.43**step for step in range(39)] + [4097, 1e5, 1e6, 1e8, 1e9, 1e12, 1e18]
POINTS = sorted({float32(sign * size) for size in SIZES for sign in (-1, 1)} | {float32(-7.9 + 0.31 * step) for step in range(52)})

# Where a function bends or is put together of pieces; 0 has tiny points already.
KINKS = {
    "smelu": [-1, 1],
    "plu": [-1, 1],
    "displaced_relu": [-0.05],
    "sqlu": [-2],
    "hard_elish": [-1, 1],
    "clipped_gelu": [10],
    "sqnl": [-2, 2],
    "soft_clipping": [1],
    "hat": [1, 2],
    "relun": [1],
    "tent": [-1, 1],
    "aplu": [0.5],
    "hard_sigmoid": [-3, 3],
    "hard_swish": [-3, 3],
    "hard_tanh": [-1, 1],
    "hard_shrink": [-0.5, 0.5],
    "soft_shrink": [-0.5, 0.5],
    "sigmoid_linear": [1],
    "sparse_plus": [-1, 1],
    "sparse_sigmoid": [-1, 1],
    "threshold": [1],
    "relu6": [6],
    "pau": [-1, 1],
    "softsign": [-1, 1],
    "tanh_shrink": [-1, 1],
    "maxout": [0.5],
}


def sigma(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log(1 + exp(x))


def phi(x):
    return (1 + erf(x / sqrt(2))) / 2


def decay(x):
    """exp(-x), or 0 where it has more than 40,000 zeros behind the point."""
    return exp(-x) if x < 100000 else mpf(0)


def clip(x, low, high):
    return min(max(x, low), high)


def pade(x, n):
    numerator = sum(a * x**j for j, a in enumerate(n[:6]))
    return numerator / (1 + sum(abs(b * x ** (j + 1)) for j, b in enumerate(n[6:])))


def pade_of_sum(x, n):
    numerator = sum(a * x**j for j, a in enumerate(n[:6]))
    return numerator / (1 + abs(sum(b * x ** (j + 1) for j, b in enumerate(n[6:]))))


# Numbers of a formula that are trained, or from which the input is subtracted: they are inputs, too, exact only to
# their last bits.
NUMBERS = {
    "laplace": ["0.707107", "0.282095"],
    "sinlu": ["1", "1"],
    "tanhsoft_2": ["0.6", "1"],
    "xielu": ["0.8", "0.8", "0.5"],
    "pau": """
        0.029792778657264946 0.6183735264987601 2.323309062531321 3.051936237265109 1.4854203263828845 0.2510244961111299
        -1.1419548357285474 4.393159974992486 0.8714712309957245 0.34719662339598834
        """.split(),
    "pau, absolute_of_sum": """
        0.03355815733452378 0.5050059186781659 1.6534697310952233 2.0100501552600014 0.9319195586484518 0.15242646398275836
        4.812831860534153e-05 3.9802479055059194 1.5837587665720168e-05 0.30183382839661377
        """.split(),
}

FORMULAS = {
    "eis_1, signed": "x * softplus(x) / (x + mpf('1.16') * exp(-x))",
    "elliott, symmetric": "x / (1 + abs(x))",
    "gelu, sigmoid": "x * sigma(mpf('1.702') * x)",
    "hard_shrink, two thresholds": "x if x > 0.5 or x < -1 else 0 * x",
    "hard_tanh, bound 2": "clip(x, -2, 2)",
    "rrelu, divisor": "x if x > 0 else x * 2 / 11",
    "selu, other numbers": "2 * (x if x > 0 else 1.5 * (exp(x) - 1))",
    "linear": "x",
    "sigmoid": "sigma(x)",
    "relu": "max(x, 0)",
    "tanh": "tanh(x)",
    "leaky_relu": "x if x > 0 else x / 100",
    "elu": "x if x > 0 else exp(x) - 1",
    "swish": "x * sigma(x)",
    "hard_sigmoid": "clip(x / 6 + mpf(1) / 2, 0, 1)",
    "gelu": "x * phi(x)",
    "leaky_gelu": "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + mpf('0.044715') * x**3)))",
    "softplus": "softplus(x)",
    "hard_swish": "x * clip(x + 3, 0, 6) / 6",
    "mish": "x * tanh(softplus(x))",
    "arctan": "atan(x)",
    "sigmoid_linear": "clip(x, 0, 1)",
    "relu6": "clip(x, 0, 6)",
    "selu": "mpf('1.0507009873554804934193349852946') * (x if x > 0 else mpf('1.6732632423543772848170429916717') * (exp(x) - 1))",
    "celu": "x if x > 0 else exp(x) - 1",
    "softsign": "x / (1 + abs(x))",
    "log_sigmoid": "log(sigma(x))",
    "hard_tanh": "clip(x, -1, 1)",
    "hard_shrink": "x if abs(x) > 0.5 else 0 * x",
    "soft_shrink": "x - sign(x) / 2 if abs(x) > 0.5 else 0 * x",
    "tanh_shrink": "x - tanh(x)",
    "threshold": "x if x > 1 else 0 * x",
    "prelu": "x if x > 0 else x / 4",
    "squareplus": "(x + sqrt(x**2 + 4)) / 2",
    "lisht": "x * tanh(x)",
    "snake": "x + sin(x)**2",
    "cube": "x**3",
    "exponential": "exp(x)",
    "rectified_tanh": "max(tanh(x), 0)",
    "rational_tanh": "mpf('1.7159') * sign(x) * (1 - 1 / (1 + abs(2 * x / 3) + (2 * x / 3)**2 + mpf('1.41645') * (2 * x / 3)**4))",
    "sparse_plus": "0 * x if x <= -1 else (x if x >= 1 else (x + 1)**2 / 4)",
    "sparse_sigmoid": "clip((x + 1) / 2, 0, 1)",
    "tlu": "max(x, 0)",
    "rrelu": "x if x > 0 else x * 11 / 48",
    "elastic_relu": "max(x, 0)",
    "noisy_relu": "max(x, 0)",
    "prob_act": "max(x, 0)",
    "randomly_translated_relu": "max(x, 0)",
    "crelu": "max(x, 0)",
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
    "tanh_exp": "x * tanh(exp(min(x, 20)))",
    "quick_gelu": "x * sigma(mpf('1.702') * x)",
    "clipped_gelu": "clip(x * phi(x), -10, 10)",
    "golu": "x * decay(exp(-x))",
    "gish": "x * log(2 - decay(exp(x)))",
    "colu": "x / (1 - x * decay(x + exp(x)))",
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
    "log_log": "decay(exp(-x))",
    "soft_clipping": "log((1 + exp(50 * x)) / (1 + exp(50 * (x - 1)))) / 50",
    "laplace": "(1 + erf((x - n[0]) / (n[1] * sqrt(2)))) / 2",
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
    "sinlu": "(x + n[0] * sin(n[1] * x)) * sigma(x)",
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
    "xielu": "n[0] * x**2 + n[2] * x if x > 0 else (exp(x) - 1 - x) * n[1] + n[2] * x",
    "smu": "(mpf('1.25') * x + mpf('0.75') * x * erf(mpf('1e6') * mpf('0.75') * x)) / 2",
    "soft_root_sign": "x / (x / 2 + exp(-x / 3))",
    "tanhsoft_1": "tanh(x) * softplus(x)",
    "tanhsoft_2": "x * tanh(n[0] * exp(min(n[1] * x, 20)))",
    "pau": "pade(x, n)",
    "pau, absolute_of_sum": "pade_of_sum(x, n)",
    "laaf": "tanh(x)",
}


# Functions of rows, as functions of one value of a row; X is its place.
X = "x"
ROWS = {
    "softmax": [X, 1, -2],
    "softmin": [X, 1, -2],
    "log_softmax": [X, 1, -2],
    "sparsemax": [X, 0.5],
    "hardmax": [X, 0.5],
    "maxout": [X, 0.5],
    "glu": [1.5, X],
    "geglu": [1.5, X],
    "reglu": [1.5, X],
    "swiglu": [1.5, X],
    "swiglu, beta 2": [1.5, X],
}

FORMULAS |= {
    "softmax": "exp(x) / (exp(x) + exp(1) + exp(-2))",
    "softmin": "exp(-x) / (exp(-x) + exp(-1) + exp(2))",
    "log_softmax": "log(exp(x) / (exp(x) + exp(1) + exp(-2)))",
    "sparsemax": "clip((x - mpf(1) / 2 + 1) / 2, 0, 1)",
    "hardmax": "mpf(1 if x >= 0.5 else 0)",
    "maxout": "max(x, 0.5)",
    "glu": "1.5 * sigma(x)",
    "geglu": "1.5 * x * phi(x)",
    "reglu": "1.5 * max(x, 0)",
    "swiglu": "1.5 * x * sigma(x)",
    "swiglu, beta 2": "1.5 * x * sigma(2 * x)",
}


class Point:
    """A function at x: its value and slope, and what a small relative change of an input changes them by, relatively."""

    def __init__(self, function, x, numbers):
        low, self.value, high = (function(x + side * abs(x) * STEP, numbers) for side in (-1, 0, 1))
        self.slope = (high - low) / (2 * abs(x) * STEP)
        bend = (high - 2 * self.value + low) / (x * STEP) ** 2
        self.changes = [(x * self.slope, x * bend)]

    def also(self, function, x, numbers):
        for i in range(len(numbers)):
            low, high = (Point(function, x, [n * (1 + side * STEP * (i == j)) for j, n in enumerate(numbers)]) for side in (-1, 1))
            self.changes.append(((high.value - low.value) / (2 * STEP), (high.slope - low.slope) / (2 * STEP)))
        return self

    def conditions(self):
        largest = [max(map(abs, changes)) for changes in zip(*self.changes)]
        return [min(10**9, ceil(change / abs(of))) if of != 0 else 0 for change, of in zip(largest, (self.value, self.slope))]


def entry(name, formula):
    function = eval("lambda x, n: mpf(1) * (" + formula + ")")
    numbers = list(map(mpf, NUMBERS.get(name, [])))
    inputs = sorted(POINTS + [float32(kink * (1 + near)) for kink in KINKS.get(name, []) for near in (-1e-6, -0.01, 0.01, 1e-6)])
    columns = []
    for x in map(mpf, inputs):
        point = Point(function, x, numbers).also(function, x, numbers)
        if max(abs(point.value), abs(point.slope)) < mpf(10) ** 308:
            columns.append([float(x), float(point.value), float(point.slope)] + point.conditions())
    x, values, slopes, value_conditions, slope_conditions = map(list, zip(*columns))
    return {
        "name": name,
        "formula": formula,
        "row": ROWS.get(name, [X]),
        "input": x,
        "expected": values,
        "condition": value_conditions,
        "expected_grad": slopes,
        "grad_condition": slope_conditions,
    }


lines = [json.dumps(entry(*item), separators=(",", ":")) for item in sorted(FORMULAS.items())]
print("[" + ",\n".join(lines) + "]")
