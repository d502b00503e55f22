"""lm-evaluation-harness's own tasks on rows from memory: the installed task files and code, unchanged, without the hub.
pip install --no-deps lm_eval==0.4.13; pip install datasets evaluate numpy jinja2 sqlitedict dill more_itertools scikit-learn sacrebleu
rouge_score word2number pytablewriter tqdm requests typing_extensions pyyaml sympy antlr4-python3-runtime==4.11 math-verify  (no torch is needed)"""
import datasets
import lm_eval.api.task as task_module
from lm_eval.tasks import TaskManager

_load_dataset = datasets.load_dataset
_manager = None
_path = None


def include(path):
    """Task files of one's own, beside the installed ones."""
    global _manager, _path
    _manager, _path = None, path


def load(name, splits, shots=None, seed=1234):
    """The task with that name, as `lm_eval --tasks name --num_fewshot shots` makes it. splits: {split: [row, ...]}"""
    rows = datasets.DatasetDict({split: datasets.Dataset.from_list(docs) for split, docs in splits.items()})
    task_module.datasets.load_dataset = lambda *args, **kwargs: rows
    return _task(name, shots, seed)


def load_files(name, shots=None, seed=1234):
    """The same with the rows of the files that the task names, relative to the working directory."""
    task_module.datasets.load_dataset = _load_dataset
    return _task(name, shots, seed)


def _task(name, shots, seed):
    global _manager
    _manager = _manager or TaskManager(include_path=_path, include_defaults=_path is None)
    task = _manager.load([name])["tasks"][name]
    if shots is not None and task.config.num_fewshot != 0:
        task.set_config("num_fewshot", shots)
    task.set_fewshot_seed(seed)
    return task


def prompts(task, limit=None):
    """The arguments of the requests of the first documents, as lm_eval sends them to a model."""
    task.build_all_requests(limit=limit)
    by_doc = {}
    for instance in task.instances:
        by_doc.setdefault(instance.doc_id, []).append(instance)
    return [[instance.args for instance in by_doc[i]] for i in sorted(by_doc)]
