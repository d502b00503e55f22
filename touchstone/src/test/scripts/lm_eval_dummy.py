"""Results and samples as lm-evaluation-harness 0.4.13 writes them, of its model that answers at random, on some of the task files in .../endtoend/tasks.
Set up as lm_eval_local.py says, then:  lm_eval_dummy.py .../endtoend/lm-eval-dummy"""
import pathlib
import os
import shutil
import sys
import tempfile

from lm_eval.__main__ import cli_evaluate

target = pathlib.Path(sys.argv[1]).resolve()
os.chdir(pathlib.Path(__file__).resolve().parent.parent / "resources/dev/touchstone/endtoend/tasks")
with tempfile.TemporaryDirectory() as folder:
    sys.argv = ["lm_eval", "--model", "dummy", "--model_args", "pretrained=dummy", "--tasks", "capitals,trivia,pages,sums", "--include_path", ".",
                "--output_path", folder, "--log_samples"]
    cli_evaluate()
    shutil.copytree(pathlib.Path(folder) / "dummy", target, dirs_exist_ok=True)
