/* The bits of 2^n, given n + 6755399441056767.0. */
static uint64_t kassei_power_of_two_bits(double t) {
  return kassei_bits(t) << 52;
}

/* e^(r + low) - 1 - r. */
static double kassei_expm1_tail(double high, double low) {
  double r = high + low;
  double p = 2.0922707119800465e-9;
  p = fma(p, r, 2.510688847904177e-8);
  p = fma(p, r, 2.7557249424422725e-7);
  p = fma(p, r, 2.755725130631551e-6);
  p = fma(p, r, 2.480158735105609e-5);
  p = fma(p, r, 0.00019841269877882766);
  p = fma(p, r, 0.001388888888887296);
  p = fma(p, r, 0.008333333333325537);
  p = fma(p, r, 0.041666666666666685);
  p = fma(p, r, 0.1666666666666667);
  p = fma(p, r, 0.5);
  return fma(p, r * r, low);
}

/* e^(r + low) - 1 for |r| <= ln 2 / 2 and a tiny low. */
static double kassei_expm1_of_reduced(double r, double low) {
  return r + kassei_expm1_tail(r, low);
}

/* e^x. */
static double kassei_exp(double x) {
  double clamped = kassei_min(kassei_max(x, -746), 710);
  double t = fma(clamped, 1.4426950408889634, 6755399441056767.0);
  double n = t - 6755399441056767.0;
  double q = kassei_expm1_of_reduced(fma(n, -0.6931471805599453, clamped), n * -2.3190468138462996e-17);
  int negative = clamped < 0;
  uint64_t shift = negative ? 0 - (UINT64_C(128) << 52) : UINT64_C(1) << 52;
  double unscale = negative ? 2.9387358770557188e-39 : 2;
  double power = kassei_from_bits(kassei_power_of_two_bits(t) - shift);
  return fma(q, power, power) * unscale;
}

/* 2^(n-1), which is finite for the largest n, given n + 6755399441056767.0. */
static double kassei_half_power(double t) {
  return kassei_from_bits(kassei_power_of_two_bits(t) - (UINT64_C(1) << 52));
}

/* e^x - 1. */
static double kassei_expm1(double x) {
  double clamped = kassei_min(kassei_max(x, -40), 710);
  double t = fma(clamped, 1.4426950408889634, 6755399441056767.0);
  double n = t - 6755399441056767.0;
  double r = fma(n, -0.6931471805599453, clamped);
  double tail = kassei_expm1_tail(r, n * -2.3190468138462996e-17);
  double q = r + tail;
  double qLow = tail - (q - r);
  double half = kassei_half_power(t);
  double y = fma(qLow, half, fma(q, half, half - 0.5)) * 2;
  return fabs(x) < 5.5511151231257827e-17 ? x : y;
}

/* k + 1023 as a double, given the bits of 2^k*m plus 1 - sqrt(1/2): no conversion instruction needed. */
static double kassei_biased_exponent(uint64_t biased) {
  return kassei_from_bits((biased >> 52) | UINT64_C(0x4330000000000000)) - 4503599627370496.0;
}

/* m between sqrt(1/2) and sqrt(2), given the bits of 2^k*m plus 1 - sqrt(1/2). */
static double kassei_mantissa(uint64_t biased) {
  return kassei_from_bits((biased & ((UINT64_C(1) << 52) - 1)) + UINT64_C(0x3fe6a09e667f3bcd));
}

/* 2*atanh(s)/s - 2 as a function of z = s^2 <= 0.0295. */
static double kassei_log_remainder(double z) {
  double p = 0.1479569407587925;
  p = fma(p, z, 0.15314079252480767);
  p = fma(p, z, 0.1818356305140296);
  p = fma(p, z, 0.22222198601577173);
  p = fma(p, z, 0.2857142874205741);
  p = fma(p, z, 0.39999999999416547);
  p = fma(p, z, 0.6666666666666734);
  return z * p;
}

/* k*ln 2 + log(1 + f) + low. */
static double kassei_log_of_reduced(double f, double k, double low) {
  double s = f / (2 + f);
  double halfSquare = 0.5 * f * f;
  double tail = fma(s, halfSquare + kassei_log_remainder(s * s), fma(k, 2.3190468138462996e-17, low));
  return fma(k, 0.6931471805599453, f - (halfSquare - tail));
}

/* y, or the limit of the logarithm of u where x or u leave its domain. */
static double kassei_with_log_limits(double x, double u, double y) {
  double finite = x < (double) INFINITY ? y : x;
  double nonZero = u == 0 ? -(double) INFINITY : finite;
  return u < 0 ? (double) NAN : nonZero;
}

/* The natural logarithm of x. */
static double kassei_log(double x) {
  int subnormal = x < 2.2250738585072014e-308;
  double scaled = subnormal ? x * 18014398509481984.0 : x;
  uint64_t biased = kassei_bits(scaled) + (UINT64_C(0x3ff0000000000000) - UINT64_C(0x3fe6a09e667f3bcd));
  double k = kassei_biased_exponent(biased) - (subnormal ? 1023 + 54 : 1023);
  double y = kassei_log_of_reduced(kassei_mantissa(biased) - 1, k, 0);
  return kassei_with_log_limits(x, x, y);
}

/* log(1 + x). */
static double kassei_log1p(double x) {
  double u = 1 + x;
  double c = kassei_min(x, 1) - (u - kassei_max(x, 1));
  uint64_t biased = kassei_bits(u) + (UINT64_C(0x3ff0000000000000) - UINT64_C(0x3fe6a09e667f3bcd));
  /* 2^(2-k), because 2^-k is subnormal for the largest x. */
  double power = kassei_from_bits((UINT64_C(2048) << 52) - (biased & ~((UINT64_C(1) << 52) - 1)));
  double correction = 0.25 * c * power;
  double g = kassei_mantissa(biased) - 1;
  double f = g + correction;
  double low = correction - (f - g);
  double y = kassei_log_of_reduced(f, kassei_biased_exponent(biased) - 1023, low);
  return kassei_with_log_limits(x, u, fabs(x) < 5.5511151231257827e-17 ? x : y);
}

/* (e^x - 1) / 2 for -40 <= x <= 0. */
static double kassei_half_expm1_of_non_positive(double x) {
  double t = fma(x, 1.4426950408889634, 6755399441056767.0);
  double n = t - 6755399441056767.0;
  double q = kassei_expm1_of_reduced(fma(n, -0.6931471805599453, x), n * -2.3190468138462996e-17);
  double half = kassei_half_power(t);
  return fma(q, half, half - 0.5);
}

/* a / (d + low), correctly rounded but for a few cases, given 1 / d. */
static double kassei_divide(double a, double d, double low, double inverse) {
  double y = a * inverse;
  double remainder = fma(-y, low, fma(-y, d, a));
  return fma(remainder, inverse, y);
}

/* The hyperbolic tangent of x. */
static double kassei_tanh(double x) {
  double h = kassei_half_expm1_of_non_positive(kassei_max(-2 * fabs(x), -40));
  double d = 1 + h;
  /* Near 1 the rounding of d alone would cost a whole unit. */
  return copysign(kassei_divide(-h, d, h - (d - 1), 1 / d), x);
}

/* 2^(128+n), normal for every n <= 0 in use, given n + 6755399441056767.0. */
static double kassei_scaled_power(double t) {
  return kassei_from_bits(kassei_power_of_two_bits(t) + (UINT64_C(128) << 52));
}

/* e^x for x <= 0: one comparison less than exp. */
static double kassei_exp_of_non_positive(double x) {
  double clamped = kassei_max(x, -746);
  double t = fma(clamped, 1.4426950408889634, 6755399441056767.0);
  double n = t - 6755399441056767.0;
  double q = kassei_expm1_of_reduced(fma(n, -0.6931471805599453, clamped), n * -2.3190468138462996e-17);
  double power = kassei_scaled_power(t);
  return fma(q, power, power) * 2.9387358770557188e-39;
}

/* The logistic function 1 / (1 + e^(-x)). */
static double kassei_sigmoid(double x) {
  double e = kassei_exp_of_non_positive(-fabs(x));
  double s = e / (1 + e);
  double top = x < 0 ? e : 1;
  return fma(-s, top, top);
}

/* The derivative of the logistic function, sigmoid(x)*sigmoid(-x). */
static double kassei_sigmoid_derivative(double x) {
  double e = kassei_exp_of_non_positive(-fabs(x));
  double d = fma(e, 2 + e, 1);
  return kassei_divide(e, d, fma(e, 2 + e, 1 - d), 1 / d);
}

/* 2*atanh(s)/s - 2 as a function of z = s^2 <= 1/9. */
static double kassei_atanh_remainder(double z) {
  double p = 0.1701647012409848;
  p = fma(p, z, 0.08341285774949891);
  p = fma(p, z, 0.12105800815431532);
  p = fma(p, z, 0.13301012094292455);
  p = fma(p, z, 0.1538655673771481);
  p = fma(p, z, 0.18181744091087867);
  p = fma(p, z, 0.22222223964330923);
  p = fma(p, z, 0.2857142854795739);
  p = fma(p, z, 0.4000000000015621);
  p = fma(p, z, 0.6666666666666631);
  return z * p;
}

/* log(1 + e^x). */
static double kassei_softplus(double x) {
  double e = kassei_exp_of_non_positive(-fabs(x));
  double s = e / (2 + e);
  double y = fma(-s, e - kassei_atanh_remainder(s * s), e);
  return kassei_max(x, 0) + y;
}

/* erf(x)/x - 1 as a function of z = x^2 < 1. */
static double kassei_erf_polynomial(double z) {
  double p = -7.557018064334742e-10;
  p = fma(p, z, 1.3590937973394193e-8);
  p = fma(p, z, -1.6178422634668946e-7);
  p = fma(p, z, 1.6443481161936414e-6);
  p = fma(p, z, -1.4924416655382425e-5);
  p = fma(p, z, 0.00012055278251191988);
  p = fma(p, z, -0.0008548325421041868);
  p = fma(p, z, 0.005223977595651094);
  p = fma(p, z, -0.026866170641859078);
  p = fma(p, z, 0.11283791670936529);
  p = fma(p, z, -0.3761263890318334);
  p = fma(p, z, 0.12837916709551256);
  return p;
}

/* 2^(128)*factor*e^(x + low) for -800 < x <= 0, which is normal where e^x is not. */
static double kassei_scaled_exp(double x, double low, double factor) {
  double t = fma(x, 1.4426950408889634, 6755399441056767.0);
  double n = t - 6755399441056767.0;
  double q = kassei_expm1_of_reduced(fma(n, -0.6931471805599453, x), fma(n, -2.3190468138462996e-17, low));
  double scale = kassei_scaled_power(t) * factor;
  return fma(q, scale, scale);
}

/* The terms of degree 11 to 21, apart so that a vector twin stays short enough to be inlined. */
static double kassei_erfc_leading_terms(double q) {
  double p = -2.766682047546008e-9;
  p = fma(p, q, -1.3840769708088515e-8);
  p = fma(p, q, 9.61520369176084e-9);
  p = fma(p, q, 1.2435485829598269e-7);
  p = fma(p, q, -8.687271873856982e-8);
  p = fma(p, q, -8.485395364328934e-7);
  p = fma(p, q, 1.4324898891479666e-6);
  p = fma(p, q, 4.696757246171085e-6);
  p = fma(p, q, -1.8864653562771256e-5);
  p = fma(p, q, -3.6363276159556214e-6);
  p = fma(p, q, 0.00017681391767219036);
  return p;
}

/* e^(x^2)*erfc(x)*(x + 4) as a function of q = (x - 4) / (x + 4). */
static double kassei_erfc_polynomial(double q) {
  double p = kassei_erfc_leading_terms(q);
  p = fma(p, q, -0.00045505235729277204);
  p = fma(p, q, -0.00028095907107053537);
  p = fma(p, q, 0.006112055601927366);
  p = fma(p, q, -0.026370053316618576);
  p = fma(p, q, 0.07638151491422528);
  p = fma(p, q, -0.1740109372414767);
  p = fma(p, q, 0.330851587877791);
  p = fma(p, q, -0.540853831313188);
  p = fma(p, q, 0.7732087022652409);
  p = fma(p, q, -0.9765487290808824);
  p = fma(p, q, 1.095995661000491);
  return p;
}

static double kassei_erfc_of_non_negative(double x) {
  double clamped = kassei_min(x, 28);
  double d = clamped + 4;
  double dLow = clamped - (d - 4);
  double inverse = 1 / d;
  /* The result is up to twice as sensitive as the ratio, so both quotients get a Newton step. */
  double q = kassei_divide(clamped - 4, d, dLow, inverse);
  double factor = kassei_divide(kassei_erfc_polynomial(q), d, dLow, inverse);
  double square = clamped * clamped;
  double squareLow = fma(clamped, clamped, -square);
  /* The factor comes before the scaling, or it would multiply a rounded subnormal. */
  return kassei_scaled_exp(-square, -squareLow, factor) * 2.9387358770557188e-39;
}

/* The error function, 2/sqrt(pi) times the integral from 0 to x of e^(-t^2) dt. */
static double kassei_erf(double x) {
  double small = fma(x, kassei_erf_polynomial(x * x), x);
  double large = copysign(1 - kassei_erfc_of_non_negative(fabs(x)), x);
  return fabs(x) < 1 ? small : large;
}

/* The complementary error function, 1 - erf(x). */
static double kassei_erfc(double x) {
  double y = kassei_erfc_of_non_negative(fabs(x));
  return x < 0 ? 2 - y : y;
}

/* x - n*pi/2; the first step is exact, as the difference fits into 53 bits. */
static double kassei_reduce_by_half_pi(double x, double n) {
  double r = fma(n, -6.123233995736766e-17, fma(n, -1.5707963267948966, x));
  return fma(n, 1.4973849048591698e-33, r);
}

static double kassei_sin_of_reduced(double r, double z) {
  double p = 1.5895021537569257e-10;
  p = fma(p, z, -2.5050728344890574e-8);
  p = fma(p, z, 2.7557313507572125e-6);
  p = fma(p, z, -0.00019841269829294603);
  p = fma(p, z, 0.008333333333321797);
  p = fma(p, z, -0.1666666666666663);
  return fma(r * z, p, r);
}

static double kassei_cos_of_reduced(double z) {
  double p = -1.1358447093178785e-11;
  p = fma(p, z, 2.0875700748787094e-9);
  p = fma(p, z, -2.755731419195453e-7);
  p = fma(p, z, 2.480158728894722e-5);
  p = fma(p, z, -0.0013888888888873303);
  p = fma(p, z, 0.041666666666666595);
  double half = 0.5 * z;
  double top = 1 - half;
  /* 1 - z/2 rounds; what it lost is added back with the small terms. */
  return top + fma(z * z, p, (1 - top) - half);
}

/* sin(r + quadrant*pi/2), of which the two lowest bits of the quadrant count. */
static double kassei_sin_of_quadrant(double r, uint64_t quadrant) {
  double z = r * r;
  double y = (quadrant & 1) == 0 ? kassei_sin_of_reduced(r, z) : kassei_cos_of_reduced(z);
  uint64_t sign = (quadrant & 2) << 62;
  return kassei_from_bits(kassei_bits(y) ^ sign);
}

/* The sine of x, in radians. */
static double kassei_sin(double x) {
  double t = fma(x, 0.6366197723675814, 6755399441055744.0);
  double r = kassei_reduce_by_half_pi(x, t - 6755399441055744.0);
  double y = kassei_sin_of_quadrant(r, kassei_bits(t));
  double nonZero = x == 0 ? x : y;
  return fabs(x) <= 1073741824.0 ? nonZero : sin(x);
}

/* The cosine of x, in radians. */
static double kassei_cos(double x) {
  double t = fma(x, 0.6366197723675814, 6755399441055744.0);
  double r = kassei_reduce_by_half_pi(x, t - 6755399441055744.0);
  double y = kassei_sin_of_quadrant(r, kassei_bits(t) + 1);
  return fabs(x) <= 1073741824.0 ? y : cos(x);
}

/* (atan(t)/t - 1)/t^2 as a function of z = t^2 <= 1. */
static double kassei_atan_polynomial(double z) {
  double p = 1.3489440543816109e-5;
  p = fma(p, z, -0.0001547974065010638);
  p = fma(p, z, 0.0008434810028125572);
  p = fma(p, z, -0.002919318699087793);
  p = fma(p, z, 0.007263291342223946);
  p = fma(p, z, -0.013994869916316348);
  p = fma(p, z, 0.02208501001672779);
  p = fma(p, z, -0.029985448997151068);
  p = fma(p, z, 0.03669344979073463);
  p = fma(p, z, -0.04221714115359409);
  p = fma(p, z, 0.04723292047546512);
  p = fma(p, z, -0.05253805222860121);
  p = fma(p, z, 0.058805925018956796);
  p = fma(p, z, -0.06666414994331603);
  p = fma(p, z, 0.0769228118739808);
  p = fma(p, z, -0.09090907119431932);
  p = fma(p, z, 0.11111111013669875);
  p = fma(p, z, -0.14285714282803266);
  p = fma(p, z, 0.19999999999955462);
  p = fma(p, z, -0.33333333333333093);
  return p;
}

/* The arc tangent of x, in radians. */
static double kassei_atan(double x) {
  double size = fabs(x);
  double t = kassei_min(size, 1) / kassei_max(size, 1);
  double z = t * t;
  double y = fma(t * z, kassei_atan_polynomial(z), t);
  double complement = 1.5707963267948966 - (y - 6.123233995736766e-17);
  return copysign(size > 1 ? complement : y, x);
}
