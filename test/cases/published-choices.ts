/**
 * Published results of multi-criteria methods, checked by a second implementation. Each names its source; values taken from GPL
 * sources are cited, their data files are not part of this repository.
 */
export const publishedChoices = {
  normMinmax: {
    method: 'normalisation:minmax',
    source: 'kotbaton/pymcdm@76e7735 (MIT)',
    input: {
      matrix: [[66, 56, 95], [61, 55, 166], [65, 49, 113], [95, 56, 99], [63, 43, 178], [74, 59, 140]],
      types: [-1, -1, 1],
    },
    expected: {
      flat: [0.85294118, 0.1875, 0, 1, 0.25, 0.85542169, 0.88235294, 0.625, 0.21686747, 0, 0.1875, 0.04819277, 0.94117647, 1, 1, 0.61764706, 0, 0.54216867],
    },
    tolerance: 1e-08,
  },
  topsisTzeng2011: {
    method: 'TOPSIS vector norm',
    source: 'quatrope/scikit-criteria@35f17ee (BSD-3-Clause); Tzeng & Huang 2011',
    input: {
      matrix: [[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]],
      weights: [0.3, 0.4, 0.3],
      types: [1, 1, 1],
    },
    expected: {
      score: [0.5037, 0.6581, 0.7482, 0.334],
    },
    tolerance: 0.0001,
  },
  topsis2x3Raw: {
    method: 'TOPSIS no normalisation, weights=1',
    source: 'quatrope/scikit-criteria@35f17ee (BSD-3-Clause)',
    input: {
      matrix: [[1, 0, 3], [0, 5, 6]],
      weights: [1, 1, 1],
      types: [1, 1, 1],
    },
    expected: {
      score: [0.14639248, 0.85360752],
    },
    tolerance: 1e-08,
  },
  vikor4x3: {
    method: 'VIKOR v=0.5',
    source: 'quatrope/scikit-criteria@35f17ee (BSD-3-Clause)',
    input: {
      matrix: [[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]],
      weights: [0.3, 0.4, 0.3],
      types: [1, 1, 1],
    },
    expected: {
      S: [0.6, 0.3, 0.15, 0.65],
      R: [0.3, 0.2, 0.15, 0.4],
      Q: [0.75, 0.25, 0, 1],
    },
    tolerance: 1e-09,
  },
  promethee2Zhao2013: {
    method: 'PROMETHEE II usual criterion',
    source: 'kotbaton/pymcdm@76e7735 (MIT); Zhao, Peng, Li 2013',
    input: {
      matrix: [[4, 3, 2], [3, 2, 4], [5, 1, 3]],
      weights: [0.5, 0.3, 0.2],
      types: [1, 1, 1],
    },
    expected: {
      netFlow: [0.1, -0.3, 0.2],
    },
    tolerance: 1e-09,
  },
  wsmKracka2010: {
    method: 'WSM, minimise by 1/x, sum norm of matrix and weights',
    source: 'quatrope/scikit-criteria@35f17ee (BSD-3-Clause); Kracka, Brauers, Zavadskas 2010',
    input: {
      matrix: [[33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852], [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184], [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845], [30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186], [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61], [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935]],
      weights: [20, 20, 20, 20, 20, 20, 20],
      types: [-1, -1, -1, -1, 1, -1, 1],
    },
    expected: {
      score: [0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701],
      rank: [6, 1, 3, 4, 5, 2],
    },
    tolerance: 1e-07,
  },
  waspasChakraborty2015: {
    method: 'WASPAS lambda=0.5, linear (max/min) norm',
    source: 'kotbaton/pymcdm@76e7735 (MIT); Chakraborty et al. 2015',
    input: {
      matrix: [[30, 23, 5, 0.745, 0.745, 1500, 5000], [18, 13, 15, 0.745, 0.745, 1300, 6000], [15, 12, 10, 0.5, 0.5, 950, 7000], [25, 20, 13, 0.745, 0.745, 1200, 4000], [14, 18, 14, 0.255, 0.745, 950, 3500], [17, 15, 9, 0.745, 0.5, 1250, 5250], [23, 18, 20, 0.5, 0.745, 1100, 3000], [16, 8, 14, 0.255, 0.5, 1500, 3000]],
      weights: [0.1181, 0.1181, 0.0445, 0.1181, 0.2861, 0.2861, 0.0445],
      types: [1, 1, 1, 1, 1, -1, -1],
    },
    expected: {
      score: [0.8329, 0.7884, 0.6987, 0.8831, 0.7971, 0.7036, 0.8728, 0.5749],
    },
    tolerance: 6e-05,
  },
  spotisDezert2020: {
    method: 'SPOTIS fixed bounds (lower is better)',
    source: 'kotbaton/pymcdm@76e7735 (MIT); Dezert et al. 2020',
    input: {
      matrix: [[10.5, -3.1, 1.7], [-4.7, 0, 3.4], [8.1, 0.3, 1.3], [3.2, 7.3, -5.3]],
      bounds: [[-5, 12], [-6, 10], [-8, 5]],
      weights: [0.2, 0.3, 0.5],
      types: [1, -1, 1],
    },
    expected: {
      score: [0.1989, 0.3705, 0.3063, 0.7491],
    },
    tolerance: 6e-05,
  },
  spotisDezert2020Esp: {
    method: 'SPOTIS expected solution point',
    source: 'kotbaton/pymcdm@76e7735 (MIT)',
    input: {
      matrix: [[15000, 4.3, 99, 42, 737], [15290, 5, 116, 42, 892], [15350, 5, 114, 45, 952], [15490, 5.3, 123, 45, 1120]],
      bounds: [[14000, 16000], [3, 8], [80, 140], [35, 60], [650, 1300]],
      weights: [0.2941, 0.2353, 0.2353, 0.0588, 0.1765],
      esp: [15300, 4, 115, 50, 900],
    },
    expected: {
      score: [0.1841, 0.0734, 0.0842, 0.192],
    },
    tolerance: 6e-05,
  },
  electre1Cebrian2009: {
    method: 'ELECTRE I concordance/discordance/kernel p=.65 q=.35',
    source: 'quatrope/scikit-criteria@35f17ee (BSD-3-Clause); Cebrian & Porcar 2009',
    input: {
      matrix: [[6, 5, 28, 5, 5], [4, 2, 25, 10, 9], [5, 7, 35, 9, 6], [6, 1, 27, 6, 7], [6, 8, 30, 7, 9], [5, 6, 26, 4, 8]],
      weights: [0.25, 0.25, 0.1, 0.2, 0.2],
      types: [1, 1, -1, 1, 1],
      pre: 'sum-normalise columns',
    },
    expected: {
      concordance: [[NaN, 0.5, 0.35, 0.5, 0.35, 0.45], [0.5, NaN, 0.5, 0.75, 0.5, 0.5], [0.65, 0.5, NaN, 0.45, 0.2, 0.7], [0.75, 0.25, 0.55, NaN, 0.35, 0.45], [0.9, 0.7, 0.8, 0.9, NaN, 0.9], [0.55, 0.5, 0.55, 0.55, 0.1, NaN]],
      discordance: [[NaN, 0.5052, 0.4042, 0.1883, 0.42857, 0.2825], [0.4286, NaN, 0.7143, 0.2589, 0.8571, 0.5714], [0.1696, 0.2825, NaN, 0.1938, 0.2825, 0.218], [0.5714, 0.4042, 0.8571, NaN, 1, 0.7143], [0.0485, 0.3031, 0.2021, 0.0727, NaN, 0.0969], [0.1295, 0.6063, 0.5052, 0.2021, 0.3031, NaN]],
      kernelIndex: [4],
    },
    tolerance: 0.001,
  },
  dominanceFilter: {
    method: 'Pareto filter weak / strict',
    source: 'quatrope/scikit-criteria@35f17ee (BSD-3-Clause)',
    input: {
      matrix: [[7, 5, 35], [5, 4, 26], [5, 6, 28], [1, 7, 30], [5, 8, 30]],
      types: [1, 1, -1],
      alternatives: ['PE', 'JN', 'AA', 'MM', 'FN'],
    },
    expected: {
      nonDominatedWeak: [0, 1, 2, 4],
      nonDominatedStrict: [0, 1, 2, 3, 4],
    },
    tolerance: 0,
  },
  entropyWeights: {
    method: 'Shannon entropy weights',
    source: 'kotbaton/pymcdm@76e7735 (MIT); Elsayed et al. 2017',
    input: {
      matrix: [[7, 312, 1891, 6613, 163], [72, 88, 728, 941804, 1078], [10, 252, 2594, 3466, 117471], [10, 145, 980, 2371, 86329], [65, 54, 350, 501, 29897], [29, 48, 380, 912, 34051], [7, 476, 3300, 78470, 2212], [70, 87, 650, 733, 819000], [4, 86, 591, 3015, 103], [12, 79, 579, 3240, 96098], [21, 45, 261, 1253, 453], [1, 72, 530, 4333, 0.1048]],
    },
    expected: {
      weights: [0.104991, 0.069124, 0.071373, 0.449937, 0.304575],
    },
    tolerance: 1e-06,
  },
  criticDiakoulaki1995: {
    method: 'CRITIC weights',
    source: 'quatrope/scikit-criteria@35f17ee (BSD-3-Clause); Diakoulaki et al. 1995',
    input: {
      matrix: [[61, 1.08, 4.33], [20.7, 0.26, 4.34], [16.3, 1.98, 2.53], [9, 3.29, 1.65], [5.4, 2.77, 2.33], [4, 4.12, 1.21], [-6.1, 3.52, 2.1], [-34.6, 3.31, 0.98]],
    },
    expected: {
      weights: [0.20222554, 0.48090173, 0.31687273],
    },
    tolerance: 1e-07,
  },
  ahpSaatyDrinks: {
    method: 'AHP eigenvector + CR',
    source: 'PhilipGriffith/AHPy@4be50e8 (MIT); Saaty 2008',
    input: {
      names: ['beer', 'coffee', 'milk', 'soda', 'tea', 'water', 'wine'],
      pairwise: [['coffee', 'wine', 9], ['coffee', 'tea', 5], ['coffee', 'beer', 2], ['coffee', 'soda', 1], ['coffee', 'milk', 1], ['water', 'coffee', 2], ['water', 'wine', 9], ['water', 'tea', 9], ['water', 'beer', 3], ['water', 'soda', 2], ['water', 'milk', 3], ['tea', 'wine', 3], ['beer', 'wine', 9], ['beer', 'tea', 3], ['beer', 'milk', 1], ['soda', 'wine', 9], ['soda', 'tea', 4], ['soda', 'beer', 2], ['soda', 'milk', 2], ['milk', 'wine', 9], ['milk', 'tea', 3]],
    },
    expected: {
      weights: [0.1164, 0.1775, 0.1288, 0.1896, 0.0418, 0.3268, 0.0191],
      crSaaty: [0.022],
      crDoneganDodd: [0.0235],
    },
    tolerance: 0.0006,
  },
  rankReversalBeltonGear: {
    method: 'AHP distributive mode (sum normalised): adding a copy of B reverses A and B',
    source: 'own computation of the example of Belton & Gear 1983, Omega 11:228-230',
    input: {
      before: { ABC: [[1, 9, 1], [9, 1, 1], [8, 9, 1]] },
      after: { ABCD: [[1, 9, 1, 9], [9, 1, 1, 1], [8, 9, 1, 9]] },
      weights: 'equal',
    },
    expected: {
      before: [0.45, 0.47, 0.08],
      after: [0.37, 0.29, 0.06, 0.29],
    },
    tolerance: 0.006,
  },
  rankReversalFixedAnchors: {
    method: 'WSM on fixed anchors 1..9: order invariant',
    source: 'own',
    input: {
      before: [[1, 9, 8], [9, 1, 9], [1, 1, 1]],
      afterAdds: [9, 1, 9],
    },
    expected: {
      before: [0.625, 0.6666667, 0],
      after: [0.625, 0.6666667, 0, 0.6666667],
    },
    tolerance: 1e-06,
  },
  rankReversalTopsis: {
    method: 'TOPSIS: adding a DOMINATED alternative changes the winner',
    source: 'own (seeded search)',
    input: {
      matrix: [[5, 1, 2], [4, 8, 9], [6, 6, 6]],
      added: [1, 4, 9],
      weights: [0.4, 0.35, 0.25],
      types: [1, 1, 1],
    },
    expected: {
      before: [0.133979, 0.761508, 0.689617],
      after: [0.409023, 0.762876, 0.774664, 0.375438],
    },
    tolerance: 1e-06,
  },
  pvfClip: {
    method: 'piecewise linear value function, clip',
    source: 'gertvv/rsmaa@2ce6bbd (GPL-3: values may be cited, data files must not be shipped)',
    input: {
      cutoffs: [50, 75, 90, 100],
      values: [1, 0.8, 0.5, 0],
      x: [50, 90, 100, 10, 40, 101, 120, 60, 75],
    },
    expected: {
      v: [1, 0.5, 0, 1, 1, 0, 0, 0.92, 0.8],
    },
    tolerance: 1e-09,
  },
  smaaThromboNopref: {
    method: 'SMAA-2: rank acceptability, central weights, confidence factors, entropy (N=10000 given samples)',
    source: 'gertvv/rsmaa@2ce6bbd (GPL-3: values may be cited, data files must not be shipped); Tervonen & Figueira 2008; van Valkenhoef',
    input: {
      measFile: 'smaa/inst/extdata/thrombo-meas.txt.gz',
      measSha256: '9d78afb470b2316c17e801d18571f81573d4a137aff6107a59dfe3befc2caa6a',
      weightsFile: 'smaa/inst/extdata/thrombo-weights-nopref.txt.gz',
      weightsSha256: '2c8590cfd69904efed7b3694d673a7b3a29b7fa0c30a1e9421a62795d0e8ad13',
      alternatives: ['Heparin', 'Enoxaparin'],
      criteria: ['Prox DVT', 'Dist DVT', 'Bleed'],
    },
    expected: {
      rankAcceptability: [[0.3504, 0.6496], [0.6496, 0.3504]],
      centralWeights: [[0.1865097, 0.2772205, 0.5362698], [0.40731, 0.3641477, 0.2285423]],
      confidence: [0.6682, 0.8956],
      entropy: [0.9344248],
    },
    tolerance: 1e-06,
  },
  smaaThromboFixed: {
    method: 'SMAA with fixed weights (.5,.2,.3)',
    source: 'gertvv/rsmaa@2ce6bbd (GPL-3: values may be cited, data files must not be shipped)',
    input: {
      weights: [0.5, 0.2, 0.3],
    },
    expected: {
      rankAcceptability: [[0.1279, 0.8721], [0.8721, 0.1279]],
    },
    tolerance: 1e-06,
  },
  smaaHansenOrdinal: {
    method: 'SMAA with ordinal weight constraint, 5 alternatives x 6 criteria',
    source: 'gertvv/rsmaa@2ce6bbd (GPL-3: values may be cited, data files must not be shipped)',
    input: {
      measFile: 'itest/hansen-meas.txt.gz',
      measSha256: '29c7e0aeac160561a4c17943174195918ad5de52a9febff7f320608d21a0013f',
      weightsFile: 'itest/hansen-weights-ord.txt.gz',
      weightsSha256: '8ccffc33f3417c16ffa6df0b5d5fa0345e99eb4fbc8bb4271bdf89704097acb5',
      alternatives: ['Fluoxetine', 'Paroxetine', 'Placebo', 'Sertraline', 'Venlafaxine'],
    },
    expected: {
      rankAcceptability: [[0.0244, 0.2601, 0.3195, 0.3216, 0.0744], [0.145, 0.3298, 0.2559, 0.2207, 0.0486], [0.6002, 0.1156, 0.098, 0.0616, 0.1246], [0.0768, 0.1304, 0.1895, 0.2254, 0.3779], [0.1536, 0.1641, 0.1371, 0.1707, 0.3745]],
      centralWeights: [[0.231973129264732, 0.0899003427608835, 0.266023764171828, 0.116080013490671, 0.114233151104907, 0.181789599206978], [0.289205140656105, 0.171526925552512, 0.132393757925463, 0.129489321005203, 0.139517774078235, 0.137867080782482], [0.0904080179777673, 0.172089669030729, 0.178677075971912, 0.164794226094718, 0.197041130699169, 0.196989880225705], [0.275912539948839, 0.0659291398328835, 0.313595339830573, 0.123308112225321, 0.0996684536634699, 0.121586414498913], [0.286731092640771, 0.176491143988392, 0.0790442697997803, 0.241934861040656, 0.119741760203145, 0.0960568723272551]],
      confidence: [0.1183, 0.5217, 0.986, 0.5188, 0.6458],
    },
    tolerance: 1e-06,
  },
  smaaAnalytic2x2: {
    method: 'closed form: A=(1,.2) B=(.4,.7), w uniform on simplex: A first iff w1>5/11',
    source: 'own closed form',
    input: {
      values: [[1, 0.2], [0.4, 0.7]],
    },
    expected: {
      firstAcceptability: [0.5454545454545454, 0.45454545454545453],
      centralWeights: [[0.7272727272727273, 0.2727272727272727], [0.22727272727272727, 0.7727272727272727]],
    },
    tolerance: 0.002,
  },
  swingWeights: {
    method: 'swing points to weights',
    source: 'Green Book MCDA supplementary guidance 2024 (method), own numbers',
    input: {
      points: [100, 80, 40, 20],
    },
    expected: {
      weights: [0.4166666666666667, 0.3333333333333333, 0.16666666666666666, 0.08333333333333333],
    },
    tolerance: 1e-12,
  },
  evpi2x2: {
    method: 'EVPI = E[max] - max E',
    source: 'algorithm PMC7373630 table 1; own numbers',
    input: {
      payoff: [[100, 40], [70, 70]],
      prob: [0.5, 0.5],
    },
    expected: {
      evpi: [15],
    },
    tolerance: 1e-12,
  },
};
