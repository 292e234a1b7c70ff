# -*- coding: utf-8 -*-
import openai
