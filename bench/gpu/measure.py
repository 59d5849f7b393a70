"""Times dense layers, whole training steps and the bare device under PyTorch, for the GPU models to be held against.

    python3 measure.py STEPS.csv OUTDIR [SECONDS]

STEPS.csv has the columns net, batch, optimizer, image_pixels of `c2c predict --batch-file`. Writes OUTDIR/device.json (clocks,
bandwidths, peaks), OUTDIR/dense.csv (layers called alone) and OUTDIR/steps.csv (whole steps). All in 32-bit floats, no TF32.

Three times are taken of each: `call`, eager, waiting for the device after every step; `loop`, eager, waiting after every 50;
`device`, the same kernels replayed as a graph, so that the host does not count.
"""
import csv, json, math, random, statistics, subprocess, sys, time
import torch
from torch import nn
import torch.nn.functional as F

torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False
DEVICE = torch.device("cuda")
RULES = {
    "none": None,
    "sgd": lambda p, **more: torch.optim.SGD(p, lr=1e-3),
    "momentum": lambda p, **more: torch.optim.SGD(p, lr=1e-3, momentum=0.9),
    "rmsprop": lambda p, **more: torch.optim.RMSprop(p, lr=1e-4, **more),
    "adagrad": lambda p, **more: torch.optim.Adagrad(p, lr=1e-4),
    "adadelta": lambda p, **more: torch.optim.Adadelta(p, **more),
    "adam": lambda p, **more: torch.optim.Adam(p, lr=1e-4, **more),
}
UNCAPTURABLE = {"adagrad"}


def sync():
    torch.cuda.synchronize()


def repeats(run, steps, least=0.02, count=5):
    """Seconds of one step: `count` stretches of at least `least` seconds and `steps` steps, each waited for at its end."""
    run(); sync()
    start = time.perf_counter(); run(); sync()
    one = max(time.perf_counter() - start, 1e-6)
    n = max(steps, min(1000, math.ceil(least / one)))
    times = []
    for _ in range(count):
        start = time.perf_counter()
        for _ in range(n):
            run()
        sync()
        times.append((time.perf_counter() - start) / n)
    return times


def calls(step, count=25):
    """Seconds of single steps, each waited for."""
    times = []
    for _ in range(count):
        start = time.perf_counter(); step(); sync()
        times.append(time.perf_counter() - start)
    return times


def graphed(step):
    """The step as a graph of kernels, 10 in a row."""
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(3):
            step()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        for _ in range(10):
            step()
    return graph


def device_seconds(step):
    graph = graphed(step)
    return [t / 10 for t in repeats(graph.replay, 1, least=0.01)]


def triple(eager, replayed):
    """Medians, least and most of the three times of a step; `replayed` makes the step to capture, None where it cannot be."""
    for _ in range(3):
        eager()
    sync()
    call = calls(eager)
    loop = repeats(eager, 50 if min(call) < 5e-3 else 5, least=0.01)
    device = device_seconds(replayed()) if replayed else [float("nan")]
    row = []
    for times in (call, loop, device):
        row += [statistics.median(times), min(times), max(times)]
    return row


def net_of(name, pixels):
    if name[0].isdigit():
        widths = [int(w) for w in name.replace(",", "-").split("-")]
        layers = []
        for i, (a, b) in enumerate(zip(widths, widths[1:])):
            layers.append(nn.Linear(a, b))
            if i < len(widths) - 2:
                layers.append(nn.ReLU())
        return nn.Sequential(*layers), (widths[0],), widths[-1]
    channels, side = (3, pixels) if pixels else (3, 32) if name == "cifar10-cnn" else (1, 28)
    classes = 10 if side <= 32 else 100 if side <= 128 else 1000
    relu, pool = nn.ReLU, lambda: nn.MaxPool2d(2)
    if name == "lenet5":
        body = [nn.Conv2d(channels, 6, 5, padding=0 if pixels else 2), relu(), pool(),
                nn.Conv2d(6, 16, 5), relu(), pool(), nn.Flatten()]
        head = [120, 84]; drop = None
    elif name == "mnist-cnn":
        body = [nn.Conv2d(channels, 32, 3), relu(), nn.Conv2d(32, 64, 3), relu(), pool(), nn.Dropout(0.25), nn.Flatten()]
        head = [128]; drop = 0.5
    else:
        body = [nn.Conv2d(channels, 32, 3, padding=1), relu(), nn.Conv2d(32, 32, 3), relu(), pool(), nn.Dropout(0.25),
                nn.Conv2d(32, 64, 3, padding=1), relu(), nn.Conv2d(64, 64, 3), relu(), pool(), nn.Dropout(0.25), nn.Flatten()]
        head = [512]; drop = 0.5
    with torch.no_grad():
        wide = nn.Sequential(*body)(torch.zeros(1, channels, side, side)).shape[1]
    for units in head:
        body += [nn.Linear(wide, units), relu()] + ([nn.Dropout(drop)] if drop else [])
        wide = units
    return nn.Sequential(*body, nn.Linear(wide, classes)), (channels, side, side), classes


def whole_step(name, batch, rule, pixels):
    net, shape, classes = net_of(name, pixels)
    net = net.to(DEVICE)
    host = torch.rand(batch, *shape)
    labels = torch.randint(classes, (batch,))

    def worker(**more):
        optimizer = RULES[rule](net.parameters(), **more)

        def work(a, b):
            optimizer.zero_grad()
            F.cross_entropy(net(a), b).backward()
            optimizer.step()
        return work

    work = worker()

    def replayed():
        x, y, captured = host.to(DEVICE), labels.to(DEVICE), worker(capturable=True)
        return lambda: captured(x, y)

    return triple(lambda: work(host.to(DEVICE), labels.to(DEVICE)), None if rule in UNCAPTURABLE else replayed)


def dense(batch, inputs, outputs, activation, rule):
    layer = nn.Linear(inputs, outputs).to(DEVICE)
    x = torch.rand(batch, inputs, device=DEVICE, requires_grad=rule != "none")
    act = {"none": lambda v: v, "relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid}[activation]
    slope = torch.rand(batch, outputs, device=DEVICE)

    def forward():
        with torch.no_grad():
            act(layer(x))

    def learner(**more):
        optimizer = RULES[rule](layer.parameters(), **more)

        def step():
            optimizer.zero_grad()
            x.grad = None
            act(layer(x)).backward(slope)
            optimizer.step()
        return step

    if rule == "none":
        return triple(forward, lambda: forward)
    return triple(learner(), None if rule in UNCAPTURABLE else lambda: learner(capturable=True))


def bare():
    facts = {"torch": torch.__version__, "cuda": torch.version.cuda, "cudnn": torch.backends.cudnn.version(),
             "device": torch.cuda.get_device_name(), "python": sys.version.split()[0]}
    p = torch.cuda.get_device_properties(0)
    facts["multiprocessors"], facts["memory_bytes"] = p.multi_processor_count, p.total_memory
    query = "clocks.max.sm,clocks.max.mem,power.limit,pcie.link.gen.current,pcie.link.width.current,driver_version"
    try:
        facts["smi"] = subprocess.run(["nvidia-smi", "--query-gpu=" + query, "--format=csv"], capture_output=True,
                                      text=True, timeout=20).stdout
    except Exception as e:
        facts["smi"] = str(e)
    a = torch.rand(1 << 28, device=DEVICE); b = torch.empty_like(a); c = torch.rand_like(a)
    best = lambda run, size: size / min(repeats(run, 5))
    facts["copy_bytes_per_second"] = best(lambda: b.copy_(a), 2 * 4 * a.numel())
    facts["add_bytes_per_second"] = best(lambda: torch.add(a, c, out=b), 3 * 4 * a.numel())
    del a, b, c
    facts["products"] = []
    for n in (256, 512, 1024, 2048, 4096, 8192):
        x, y = torch.rand(n, n, device=DEVICE), torch.rand(n, n, device=DEVICE); z = torch.empty_like(x)
        facts["products"].append([n, statistics.median(repeats(lambda: torch.mm(x, y, out=z), 3))])
    facts["feed"] = []
    for n in (1 << 12, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24, 1 << 26):
        plain = torch.rand(n // 4); pinned = plain.pin_memory(); there = torch.empty(n // 4, device=DEVICE)
        facts["feed"].append([n, statistics.median(repeats(lambda: there.copy_(plain), 5)),
                              statistics.median(repeats(lambda: there.copy_(pinned, non_blocking=True), 5))])
    one = torch.zeros(1, device=DEVICE)
    facts["start_seconds"] = statistics.median(repeats(lambda: one.add_(1), 1000))
    facts["wait_seconds"] = statistics.median(calls(lambda: one.add_(1), 1000))
    g = graphed(lambda: one.add_(1))
    facts["gap_seconds"] = statistics.median(repeats(g.replay, 100)) / 10
    return facts


def main():
    steps, out = sys.argv[1], sys.argv[2]
    budget = float(sys.argv[3]) if len(sys.argv) > 3 else 300.0
    start = time.time()
    head = [t + s for t in ("call", "loop", "device") for s in ("_s_median", "_s_min", "_s_max")]
    facts = bare()
    json.dump(facts, open(out + "/device.json", "w"), indent=1)
    print("bare", time.time() - start, json.dumps(facts), flush=True)
    with open(steps) as f, open(out + "/steps.csv", "w", newline="") as o:
        w = csv.writer(o); w.writerow(["net", "batch", "optimizer", "image_pixels"] + head)
        for r in csv.DictReader(f):
            pixels = int(r["image_pixels"]) if r["image_pixels"] else 0
            try:
                row = whole_step(r["net"], int(r["batch"]), r["optimizer"], pixels)
            except Exception as e:
                print("not timed:", r, type(e).__name__, str(e)[:200], flush=True); sync(); continue
            w.writerow([r["net"], r["batch"], r["optimizer"], r["image_pixels"]] + ["%.6g" % t for t in row]); o.flush()
            torch.cuda.empty_cache()
    print("steps", time.time() - start, flush=True)
    dice = random.Random(2026)
    rules, acts = list(RULES), ["none", "relu", "tanh", "sigmoid"]
    count = 0
    with open(out + "/dense.csv", "w", newline="") as o:
        w = csv.writer(o); w.writerow(["batch", "dim_in", "dim_out", "activation", "optimizer"] + head)
        while time.time() - start < budget and count < 2500:
            count += 1
            if count % 2:
                shape = dice.randint(1, 64), dice.randint(1, 4095), dice.randint(1, 4095)
            else:
                shape = [round(math.exp(dice.uniform(math.log(a), math.log(b)))) for a, b in ((1, 1024), (8, 8192), (8, 8192))]
            rule = "none" if dice.random() < 0.3 else "sgd" if dice.random() < 0.4 else dice.choice(rules[1:])
            act = dice.choice(acts)
            try:
                row = dense(*shape, act, rule)
            except Exception as e:
                print("not timed:", shape, rule, type(e).__name__, str(e)[:200], flush=True); sync(); continue
            w.writerow([*shape, act, rule] + ["%.6g" % t for t in row])
    print("dense", count, time.time() - start, flush=True)


main()
